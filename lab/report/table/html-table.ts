// A table in the page.

import { html, type Markup } from '../html.ts'
import { type Cell, type Column, cellText, isNumeric, type Table } from './table.ts'

export function htmlTable(table: Table): Markup {
  const { title, columns, rows } = table
  const numeric = columns.map((_, i) => isNumeric(i, table))
  const head = columns.map(
    (column, i) => html`<th scope="col" class="${numeric[i] ? 'number' : ''}">${column.title}</th>`,
  )
  const body = rows.map(
    (row) =>
      html`<tr>${row.map((cell, i) => renderCell(cell, columns[i]!, { first: i === 0, numeric: numeric[i]! }))}</tr>`,
  )
  return html`<div class="wide"><table class="results"><caption>${title}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>`
}

function renderCell(cell: Cell, column: Column, { first, numeric }: { first: boolean; numeric: boolean }): Markup {
  const { value, interval } = cellText(cell, column)
  const range = interval === undefined ? undefined : html` <span>${interval}</span>`
  if (first) return html`<th scope="row">${value}${range}</th>`
  return html`<td class="${numeric ? 'number' : ''}">${value}${range}</td>`
}
