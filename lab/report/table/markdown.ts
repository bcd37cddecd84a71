// A table in a README.

import { cellText, type Table } from './table.ts'

export function markdown({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const body = rows.map((row) =>
    line(
      row.map((cell, i) => {
        const { value, interval } = cellText(cell, columns[i]!)
        return escaped(interval === undefined ? value : `${value} (${interval})`)
      }),
    ),
  )
  return [line(columns.map(({ title }) => escaped(title))), line(columns.map(() => '---')), ...body].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
