// A table for programs: comma-separated values as RFC 4180 has them, numbers in full, intervals as two more columns.

import type { Cell, Table } from './table.ts'

export function csv({ columns, rows }: Table): string {
  const head = columns.flatMap(({ title, estimates }) =>
    estimates ? [title, `${title} low`, `${title} high`] : [title],
  )
  const lines = rows.map((row) => row.flatMap((cell, i) => values(cell, columns[i]!.estimates === true)))
  return [head, ...lines].map((line) => `${line.map(quoted).join(',')}\r\n`).join('')
}

function values(cell: Cell, estimates: boolean): (string | number | null)[] {
  const isEstimate = typeof cell === 'object' && cell !== null
  if (!estimates) return [isEstimate ? cell.value : cell]
  return isEstimate ? [cell.value, ...(cell.interval ?? [null, null])] : [cell, null, null]
}

function quoted(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
