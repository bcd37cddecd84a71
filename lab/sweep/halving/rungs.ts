// Successive halving as a pure function: from what the runs of each rung scored to the runs that are due. The state of the
// study is nothing but its folders: read again, they lead to the same runs.

import type { SweepFile } from '../file/schema.ts'
import type { Alternative } from '../plan/alternative.ts'
import type { PlannedRun } from '../plan/planned.ts'
import { survivors } from './survivors.ts'

/** How a run did, 0 where it failed; undefined where it is not over. */
export type ScoreOf = (run: PlannedRun) => number | undefined

export interface RungsRequest {
  readonly halving: NonNullable<SweepFile['halving']>
  readonly alternatives: readonly Alternative[]
  readonly plan: (alternatives: readonly Alternative[]) => readonly PlannedRun[]
  readonly scoreOf: ScoreOf
}

/** Runs of all rungs that have begun: the next one begins when all runs of a rung are over. */
export function planRungs({ halving, alternatives, plan, scoreOf }: RungsRequest): PlannedRun[] {
  const runs: PlannedRun[] = []
  let conditions: ReadonlySet<string> | undefined
  for (const [rung, budget] of halving.rungs.entries()) {
    const due = plan(alternatives.map((each) => withBudget(each, halving.budget, budget)))
      .filter(({ condition }) => conditions === undefined || conditions.has(condition))
      .map((run) => ({ ...run, rung }))
    runs.push(...due)
    const scores = scoresOf(due, scoreOf)
    if (scores === undefined) break
    conditions = new Set(survivors(scores, halving))
  }
  return runs
}

/** Undefined while a run is not over. */
function scoresOf(runs: readonly PlannedRun[], scoreOf: ScoreOf): Map<string, Map<string, number>> | undefined {
  const scores = new Map<string, Map<string, number>>()
  for (const run of runs) {
    const score = scoreOf(run)
    if (score === undefined) return undefined
    const own = scores.get(run.condition) ?? new Map()
    scores.set(run.condition, own.set(`${run.task} ${run.seed}`, score))
  }
  return scores
}

function withBudget({ settings, ...rest }: Alternative, key: string, value: number): Alternative {
  return { ...rest, settings: new Map([...settings, [key, value]]) }
}
