// The runs as a table of any length: only the rows on the screen exist.

import type { RunSummary } from '../../protocol/run.ts'
import { element, fill, setAttributes, setText } from '../dom/element.ts'
import { createVirtualList } from '../lists/virtual-list.ts'
import type { Column, Order } from './columns.ts'

export interface RunTable {
  readonly root: HTMLElement
  show(runs: readonly RunSummary[], columns: readonly Column[], order: Order): void
  showChosen(run: string | undefined): void
}

interface RunTableOptions {
  readonly onOrder: (column: string) => void
  readonly onChoose: (run: RunSummary) => void
  readonly onWatch: (run: RunSummary) => void
}

const rowHeight = 34
const rowsMeasured = 100

export function createRunTable({ onOrder, onChoose, onWatch }: RunTableOptions): RunTable {
  let columns: readonly Column[] = []
  let chosen: string | undefined
  const head = element('div', { class: 'table-head', role: 'row', 'aria-rowindex': 1 })
  const list = createVirtualList<RunSummary>({
    label: 'Runs',
    kind: 'grid',
    rowHeight,
    keyOf: (run) => run.id,
    createRow: () => element('div', { class: 'table-row', role: 'row' }),
    showRow,
    onChoose(run) {
      if (run.id === chosen) onWatch(run)
      else onChoose(run)
    },
  })
  list.root.prepend(element('div', { role: 'rowgroup', class: 'table-top' }, head))

  function showRow(row: HTMLElement, run: RunSummary): void {
    while (row.childElementCount < columns.length) row.append(element('span', { role: 'gridcell' }))
    while (row.childElementCount > columns.length) row.lastElementChild?.remove()
    for (const [i, column] of columns.entries()) showCell(row.children[i] as HTMLElement, column, run)
    setAttributes(row, { 'aria-selected': String(run.id === chosen) })
    row.title = [run.id, run.note].filter(Boolean).join(': ')
  }

  function showHead(order: Order): void {
    fill(
      head,
      columns.map(({ id, label, kind }) => {
        const ordered = order.column === id
        const arrow = ordered ? (order.direction === 'ascending' ? ' ▲' : ' ▼') : ''
        const button = element('button', { type: 'button', tabindex: -1, title: label }, shortLabel(label) + arrow)
        button.addEventListener('click', () => onOrder(id))
        const sort = ordered ? order.direction : 'none'
        return element('span', { role: 'columnheader', 'aria-sort': sort, class: kind }, button)
      }),
    )
  }

  return {
    root: list.root,
    show(runs, next, order) {
      columns = next
      list.root.style.setProperty('--columns', columns.map((column) => widthOf(column, runs)).join(' '))
      showHead(order)
      list.setRows(runs)
    },
    showChosen(run) {
      chosen = run
      list.redraw()
    },
  }
}

function showCell(cell: HTMLElement, column: Column, run: RunSummary): void {
  const text = column.print(column.value(run))
  setText(cell, text)
  cell.className = column.kind
  if (column.id === 'state') cell.dataset.state = run.state
  else delete cell.dataset.state
}

/** `reward.width` is `width`: its section stands in the title. */
function shortLabel(label: string): string {
  return label.slice(label.lastIndexOf('.') + 1)
}

/** The same for the head and for every row; wide enough for most of what the column says. */
function widthOf(column: Column, runs: readonly RunSummary[]): string {
  const texts = runs.slice(0, rowsMeasured).map((run) => column.print(column.value(run)).length)
  const longest = Math.max(shortLabel(column.label).length + 2, ...texts)
  return `${Math.max(64, Math.min(240, Math.round(longest * 9.2) + 24))}px`
}
