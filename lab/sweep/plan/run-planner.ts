// From alternatives to runs with names and identities; the same run asked for twice is planned once.

import type { Config } from '../../config/schema.ts'
import type { Scalar } from '../file/schema.ts'
import type { Alternative } from './alternative.ts'
import { type Builds, runIdentity } from './identity.ts'
import type { PlannedRun } from './plan.ts'
import { runName } from './run-label.ts'

export interface PlannerParts {
  readonly resolve: (settings: ReadonlyMap<string, Scalar>) => Config
  /** What is compared; empty where nothing is but seeds and tasks. */
  readonly label: (alternative: Alternative) => string
  readonly builds: Builds
}

export class RunPlanner {
  readonly #parts: PlannerParts

  constructor(parts: PlannerParts) {
    this.#parts = parts
  }

  plan(alternatives: readonly Alternative[]): PlannedRun[] {
    const runs = new Map<string, PlannedRun>()
    for (const alternative of alternatives) {
      const run = this.#planOne(alternative)
      if (!runs.has(run.id)) runs.set(run.id, run)
    }
    return [...runs.values()]
  }

  #planOne(alternative: Alternative): PlannedRun {
    const { resolve, label, builds } = this.#parts
    const config = resolve(alternative.settings)
    const { task, seed, method } = config
    const id = runIdentity(config, builds)
    const condition = label(alternative) || method
    const name = runName({ condition, task, seed, id })
    return { id, name, condition, task, seed, settings: Object.fromEntries(alternative.settings) }
  }
}
