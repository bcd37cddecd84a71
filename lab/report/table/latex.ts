// A table for a paper; it needs the package booktabs.

import { cellText, isNumeric, type Table } from './table.ts'

export function latex(table: Table): string {
  const { title, columns, rows } = table
  const alignment = columns.map((_, i) => (isNumeric(i, table) ? 'r' : 'l')).join('')
  const line = (cells: readonly string[]) => `    ${cells.join(' & ')} \\\\`
  const body = rows.map((row) =>
    line(
      row.map((cell, i) => {
        const { value, interval } = cellText(cell, columns[i]!, '--')
        return interval === undefined ? escaped(value) : `${escaped(value)} {\\footnotesize (${escaped(interval)})}`
      }),
    ),
  )
  return `\\begin{table}
  \\centering
  \\caption{${escaped(title)}}
  \\begin{tabular}{${alignment}}
    \\toprule
${line(columns.map((column) => escaped(column.title)))}
    \\midrule
${body.join('\n')}
    \\bottomrule
  \\end{tabular}
\\end{table}
`
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escaped(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (character) => commands[character] ?? `\\${character}`)
}
