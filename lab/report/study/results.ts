// The numbers of a study: what its tables and figures show.

import { type Comparison, compare } from '../../statistics/compare.ts'
import type { Strata } from '../../statistics/strata.ts'
import { type Arrivals, arrivalsOf } from './arrivals.ts'
import { RESAMPLES } from './bootstrap-for.ts'
import { type Cell, cellsOf } from './cells.ts'
import { type Difference, differenceOf } from './differences.ts'
import { type LabelCounts, labelCounts } from './label-counts.ts'
import { cellOf, type Study, successOf } from './study.ts'

/** Success at which profiles are read: hundredths would not be told apart. */
const THRESHOLDS = Array.from({ length: 51 }, (_, i) => i / 50)

export interface Results {
  /** Those with a finished run. */
  readonly cells: readonly Cell[]
  /** Tasks on which every condition of the comparison has a finished run, and those conditions. */
  readonly shared: { readonly tasks: readonly string[]; readonly conditions: readonly string[] }
  /** Of success over the shared tasks; empty where none is shared. */
  readonly comparison: Comparison
  /** Conditions with at least two seeds on every shared task: only then can runs be drawn again, and intervals told. */
  readonly repeated: readonly string[]
  readonly differences: readonly Difference[]
  readonly arrivals: readonly Arrivals[]
  readonly labels: readonly LabelCounts[]
}

export function resultsOf(study: Study): Results {
  const cells = cellsOf(study)
  const shared = sharedPart(study, cells)
  const tables = new Map(shared.conditions.map((condition) => [condition, strataOf(study, condition, shared.tasks)]))
  const comparison = compare(tables, { seed: 1, resamples: RESAMPLES, thresholds: THRESHOLDS })
  return {
    cells,
    shared,
    comparison,
    repeated: [...tables].filter(([, strata]) => strata.every((runs) => runs.length > 1)).map(([name]) => name),
    differences: shared.conditions.flatMap((first, i) =>
      shared.conditions
        .slice(i + 1)
        .map((second) => differenceOf(study, { first, second, tables, tasks: shared.tasks })),
    ),
    arrivals: study.conditions.flatMap((condition) => arrivalsOf(study, condition)),
    labels: labelCounts(study),
  }
}

/** Conditions without any finished run are left out; then tasks that one of the others lacks. */
function sharedPart({ conditions, tasks }: Study, cells: readonly Cell[]): Results['shared'] {
  const has = (condition: string, task: string) =>
    cells.some((cell) => cell.condition === condition && cell.task === task)
  const begun = conditions.filter((condition) => tasks.some((task) => has(condition, task)))
  const shared = tasks.filter((task) => begun.every((condition) => has(condition, task)))
  return shared.length > 0 ? { tasks: shared, conditions: begun } : { tasks: [], conditions: [] }
}

function strataOf(study: Study, condition: string, tasks: readonly string[]): Strata {
  return tasks.map((task) => cellOf(study, condition, task).map(successOf))
}
