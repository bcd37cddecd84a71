// The README's tables, from files of results.

import { compare } from '../../statistics/compare.ts'
import { mean } from '../../statistics/quantile.ts'
import type { Interval } from '../../statistics/wilson.ts'
import { percent, percentRange, shortCount, trim } from '../numbers.ts'
import { RESAMPLES } from '../study/bootstrap-for.ts'
import { markdown } from '../table/markdown.ts'
import type { Cell, Column } from '../table/table.ts'
import type { ResultFile, ResultRun } from './result-file.ts'

/** `conditions`: one line a condition, one column a task. `seeds`: one line a condition and task, seed by seed. */
export const tableStyles = ['conditions', 'seeds'] as const
export type TableStyle = (typeof tableStyles)[number]

export function resultTable(results: ResultFile, style: TableStyle): string {
  return { conditions: conditionTable, seeds: seedTable }[style](results)
}

function conditionTable({ runs }: ResultFile): string {
  const [conditions, tasks] = [distinct(runs, 'condition'), distinct(runs, 'task').sort()]
  const scores = (condition: string, task: string) =>
    runs.filter((run) => run.condition === condition && run.task === task).map(({ success }) => success)
  const strata = (condition: string) => tasks.map((task) => scores(condition, task))
  // A condition that lacks a task cannot be compared with those that have it.
  const complete = conditions.filter((condition) => strata(condition).every((task) => task.length > 0))
  const tables = new Map(complete.map((condition) => [condition, strata(condition)]))
  const { algorithms, improvements } = compare(tables, { seed: 1, resamples: RESAMPLES })
  const [first] = complete
  const rows = conditions.map((condition): Cell[] => {
    const found = algorithms.get(condition)
    const over = first === undefined ? undefined : improvements.get(condition)?.get(first)
    const repeated = strata(condition).every((task) => task.length > 1)
    const told = (value: number, interval: Interval) => ({ value, interval: repeated ? interval : undefined })
    return [
      condition,
      ...strata(condition).map((task) => (task.length > 0 ? mean(task) : null)),
      found ? told(found.iqm, found.iqmInterval) : null,
      ...(complete.length > 1 ? [over ? told(over.probability, over.interval) : null] : []),
      strata(condition).reduce((sum, task) => sum + task.length, 0),
    ]
  })
  const columns: Column[] = [
    { title: 'condition' },
    ...tasks.map((title) => ({ title, format: percent })),
    { title: 'interquartile mean', format: percent },
    ...(complete.length > 1
      ? [{ title: `probability of improvement over ${first}`, format: (value: number) => trim(value, 2) }]
      : []),
    { title: 'runs' },
  ]
  return markdown({ columns, rows })
}

function seedTable({ runs }: ResultFile): string {
  const titles = [
    'condition',
    'task',
    'seeds',
    'success, seed by seed',
    'interval of the lowest',
    'labels',
    'steps',
    'minutes',
  ]
  const rows = distinct(runs, 'condition').flatMap((condition) =>
    distinct(runs, 'task')
      .sort()
      .flatMap((task) => {
        const own = runs
          .filter((run) => run.condition === condition && run.task === task)
          .sort((a, b) => a.seed - b.seed)
        return own.length > 0 ? [seedRow(own)] : []
      }),
  )
  return markdown({ columns: titles.map((title) => ({ title })), rows })
}

function seedRow(runs: readonly ResultRun[]): string[] {
  const [{ condition, task }, lowest] = [runs[0]!, runs.reduce((a, b) => (b.success < a.success ? b : a))]
  return [
    condition,
    task,
    runs.map(({ seed }) => seed).join(', '),
    `${runs.map(({ success }) => trim(success * 100, 1)).join(', ')}%`,
    percentRange(lowest.successInterval),
    range(runs, 'labels', shortCount),
    range(runs, 'steps', shortCount),
    range(runs, 'minutes', (minutes) => trim(minutes, 1)),
  ]
}

function range(
  runs: readonly ResultRun[],
  key: 'labels' | 'steps' | 'minutes',
  format: (value: number) => string,
): string {
  const values = runs.map((run) => run[key])
  const [low, high] = [format(Math.min(...values)), format(Math.max(...values))]
  return low === high ? low : `${low}-${high}`
}

function distinct(runs: readonly ResultRun[], key: 'condition' | 'task'): string[] {
  return [...new Set(runs.map((run) => run[key]))]
}
