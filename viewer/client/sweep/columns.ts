// What is shown of each run: who it is, the settings in which the runs differ, what was measured. Pure.

import type { RunSummary, Scores } from '../../protocol/run.ts'
import { count, percent } from '../dom/format.ts'

export type Cell = string | number | undefined

export interface Column {
  readonly id: string
  readonly label: string
  readonly kind: 'identity' | 'setting' | 'score'
  /** Undefined where the run has no such thing, or not yet. */
  readonly value: (run: RunSummary) => Cell
  readonly print: (value: Cell) => string
}

const plain = (value: Cell) => (value === undefined ? '' : String(value))
const shortened = (value: Cell) => (typeof value === 'number' ? String(Number(value.toPrecision(3))) : plain(value))
const whole = (value: Cell) => (typeof value === 'number' ? count(value) : '')
const share = (value: Cell) => (typeof value === 'number' ? percent(value) : '')

const identity: readonly Column[] = [
  { id: 'state', label: 'State', kind: 'identity', value: (run) => run.state, print: plain },
  { id: 'run', label: 'Run', kind: 'identity', value: (run) => run.id, print: plain },
  { id: 'task', label: 'Task', kind: 'identity', value: (run) => run.task, print: plain },
  { id: 'method', label: 'Method', kind: 'identity', value: (run) => run.method, print: plain },
  { id: 'seed', label: 'Seed', kind: 'identity', value: (run) => run.seed, print: plain },
]

const scores: readonly Column[] = [
  scoreColumn('success', 'Success', share),
  scoreColumn('rewardAccuracy', 'Reward accuracy', share),
  scoreColumn('rewardSpearman', 'Rank correlation', shortened),
  scoreColumn('labels', 'Labels', whole),
  scoreColumn('steps', 'Steps', whole),
  scoreColumn('minutes', 'Minutes', shortened),
]

function scoreColumn(id: keyof Scores, label: string, print: Column['print']): Column {
  return { id, label, kind: 'score', value: (run) => run.scores?.[id] ?? undefined, print }
}

export function columnsOf(runs: readonly RunSummary[]): readonly Column[] {
  const names = new Set<string>()
  for (const { settings } of runs) for (const name in settings) names.add(name)
  const [success, ...others] = scores
  return [...identity, success!, ...[...names].sort().map(settingColumn), ...others]
}

function settingColumn(name: string): Column {
  const value = ({ settings }: RunSummary) => {
    const found = settings[name]
    return typeof found === 'boolean' ? String(found) : found
  }
  return { id: `setting ${name}`, label: name, kind: 'setting', value, print: plain }
}

export interface Order {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

/** Runs without a value come last, whichever way. Equals stay in their order. */
export function inOrderOf(
  runs: readonly RunSummary[],
  column: Column | undefined,
  order: Order,
): readonly RunSummary[] {
  if (column === undefined) return runs
  const sign = order.direction === 'ascending' ? 1 : -1
  const keyed = runs.map((run) => ({ run, key: column.value(run) }))
  return keyed.sort((a, b) => compare(a.key, b.key, sign)).map(({ run }) => run)
}

function compare(a: Cell, b: Cell, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  const [one, other] = [String(a), String(b)]
  return one === other ? 0 : sign * (one < other ? -1 : 1)
}
