// A table of results, before it is HTML, CSV, LaTeX or Markdown.

/** A number with its interval; null where it is not known or lies beyond what was watched. */
export interface Estimate {
  readonly value: number | null
  readonly interval: readonly [low: number | null, high: number | null] | undefined
}

export type Cell = string | number | null | Estimate

export interface Column {
  readonly title: string
  /** Of numbers, for people; files for programs hold them in full. */
  readonly format?: (value: number) => string
  /** Whether its cells are estimates: a program gets the ends of the interval as columns of their own. */
  readonly estimates?: boolean
}

export interface Table {
  /** Names the files, such as `results`. */
  readonly name: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What a person reads: `0.93`, `0.93 (0.88 to 0.97)`, `-` for what is not known. */
export function cellText(cell: Cell, { format = String }: Column, missing = '-'): { value: string; interval?: string } {
  if (cell === null) return { value: missing }
  if (typeof cell === 'string') return { value: cell }
  if (typeof cell === 'number') return { value: format(cell) }
  const value = cell.value === null ? missing : format(cell.value)
  if (!cell.interval || cell.interval.every((end) => end === null)) return { value }
  const [low, high] = cell.interval
  if (low === null) return { value, interval: `up to ${format(high!)}` }
  return { value, interval: high === null ? `${format(low)} or more` : `${format(low)} to ${format(high)}` }
}

export function isNumeric(column: number, { rows }: Table): boolean {
  return rows.every((row) => typeof row[column] !== 'string')
}
