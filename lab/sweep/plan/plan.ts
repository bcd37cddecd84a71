// A sweep as a pure function: from its file to the list of its runs. Nothing is read but the preset, nothing is written.

import { type KnownNames, readBase } from '../../config/load.ts'
import type { Config } from '../../config/schema.ts'
import { UserError } from '../../errors/user-error.ts'
import type { SweepSource } from '../file/read-file.ts'
import { planRungs, type ScoreOf } from '../halving/rungs.ts'
import type { Alternative } from './alternative.ts'
import { alternatives } from './alternatives.ts'
import type { Builds } from './identity.ts'
import { overlay } from './overlay.ts'
import type { PlannedRun, SweepPlan } from './planned.ts'
import { conditionKeys, conditionLabel, variedKeys } from './run-label.ts'
import { RunPlanner } from './run-planner.ts'

export interface PlanRequest {
  readonly source: SweepSource
  readonly builds: Builds
  readonly known: KnownNames
  /** For successive halving: how runs that are over did. */
  readonly scoreOf: ScoreOf
}

/** @throws UserError for any run that could not be started: before the first one is. */
export function planSweep({ source, builds, known, scoreOf }: PlanRequest): SweepPlan {
  const { file, path, question } = source
  const { halving } = file
  const all = alternatives(file, path)
  if (all.length === 0) throw new UserError(`${path} excludes all of its runs; expected at least one to be left`)
  const base = readBase(file.preset)
  const varied = variedKeys(all)
  const own = conditionKeys(file.conditions)
  const planner = new RunPlanner({
    resolve: overlay({ base: base.layer, origin: path, known }),
    label: (alternative) => conditionLabel(alternative, varied, own),
    builds,
  })
  const plan = (chosen: readonly Alternative[]) => planner.plan(chosen)
  return {
    question,
    source: base.source,
    base: Object.fromEntries([...base.layer].map(([key, { value }]) => [key, value])),
    builds,
    varied,
    runs: halving ? planRungs({ halving, alternatives: all, plan, scoreOf }) : plan(all),
  }
}

/** The complete configuration of a planned run. */
export function plannedConfig({ base, source }: Pick<SweepPlan, 'base' | 'source'>, { settings }: PlannedRun): Config {
  const layer = new Map(Object.entries(base).map(([key, value]) => [key, { value, origin: source }]))
  return overlay({ base: layer, origin: 'the plan', known: {} })(new Map(Object.entries(settings)))
}
