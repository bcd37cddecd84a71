// What is compared: runs under several conditions, on several tasks, with several seeds.

import type { RunRecord } from '../../run/read-run.ts'
import { median } from '../../statistics/quantile.ts'
import type { Curve } from '../../statistics/sample-efficiency.ts'
import type { Strata } from '../../statistics/strata.ts'
import type { RunState } from '../../sweep/read-sweep.ts'

export interface StudyRun {
  /** As people find it: its folder. */
  readonly path: string
  /** What is compared; the same for all tasks and seeds. */
  readonly condition: string
  readonly task: string
  readonly seed: number
  readonly state: RunState
  /** Undefined where it was not begun. */
  readonly record: RunRecord | undefined
  /** Why it failed, and the last that it said. */
  readonly failure: { readonly message: string; readonly lines: readonly string[] } | undefined
}

export interface Study {
  /** What was asked, in a line. */
  readonly question: string
  /** Where its runs lie, as was typed. */
  readonly folders: readonly string[]
  /** Sorted by condition, task and seed. */
  readonly runs: readonly StudyRun[]
  /** In the order of the plan, or by name. */
  readonly conditions: readonly string[]
  readonly tasks: readonly string[]
}

/** A run that was evaluated to the end. */
export type FinishedStudyRun = StudyRun & { readonly record: RunRecord }

export function finishedRuns({ runs }: Pick<Study, 'runs'>): FinishedStudyRun[] {
  return runs.filter((run): run is FinishedStudyRun => run.record?.measured.final !== undefined)
}

/** Finished runs of one cell. */
export function cellOf(study: Study, condition: string, task: string): FinishedStudyRun[] {
  return finishedRuns(study).filter((run) => run.condition === condition && run.task === task)
}

/** On held-out seeds, at the end. */
export function successOf(run: FinishedStudyRun): number {
  return run.record.measured.final!.success
}

/** Median over runs of what their last line says. */
export function medianOf(runs: readonly FinishedStudyRun[], key: 'labels' | 'steps' | 'minutes'): number {
  return median(runs.map(({ record }) => record.measured.final![key]))
}

/** Curves of a condition's finished runs, task by task. */
export function curvesOf(
  study: Study,
  condition: string,
  tasks: readonly string[],
  point: (evaluation: FinishedStudyRun['record']['measured']['evaluations'][number]) => readonly [number, number],
): Strata<Curve> {
  return tasks.map((task) => cellOf(study, condition, task).map(({ record }) => record.measured.evaluations.map(point)))
}
