// Success of the runs under one condition on one task.

import { mean } from '../../statistics/quantile.ts'
import { stratifiedIntervals } from '../../statistics/stratified-bootstrap.ts'
import { type Interval, wilsonInterval } from '../../statistics/wilson.ts'
import { bootstrapFor } from './bootstrap-for.ts'
import { cellOf, type FinishedStudyRun, type Study, successOf } from './study.ts'

export interface Cell {
  readonly condition: string
  readonly task: string
  readonly runs: readonly FinishedStudyRun[]
  readonly success: number
  /** Over seeds; of a single run, Wilson's over its episodes. */
  readonly interval: Interval
}

/** Only those with a finished run. */
export function cellsOf(study: Study): Cell[] {
  return study.conditions.flatMap((condition) =>
    study.tasks.flatMap((task): Cell[] => {
      const runs = cellOf(study, condition, task)
      if (runs.length === 0) return []
      const scores = runs.map(successOf)
      return [{ condition, task, runs, success: mean(scores), interval: cellInterval(runs, scores) }]
    }),
  )
}

function cellInterval(runs: readonly FinishedStudyRun[], scores: readonly number[]): Interval {
  const [only] = runs
  if (runs.length === 1 && only) {
    const { episodes } = only.record.config.evaluation
    return wilsonInterval(Math.round(successOf(only) * episodes), episodes)
  }
  const name = `cell/${only?.condition}/${only?.task}`
  return stratifiedIntervals([[scores]], ([drawn]) => [mean(drawn![0]!)], bootstrapFor(name))[0]!
}
