// Above the runs: a filter to type into, how many there are of each state, by what they are ordered.

import { type RunState, type RunSummary, runState } from '../../protocol/run.ts'
import { element, fill, setAttributes, setText } from '../dom/element.ts'
import { count } from '../dom/format.ts'
import type { Column, Order } from './columns.ts'

export interface Toolbar {
  readonly root: HTMLElement
  readonly text: string
  showStates(runs: readonly RunSummary[], off: ReadonlySet<RunState>): void
  showOrder(columns: readonly Column[], order: Order): void
  showFound(found: number, all: number): void
}

interface ToolbarOptions {
  readonly text: string
  readonly onText: () => void
  readonly onState: (state: RunState) => void
  readonly onOrder: (order: Order) => void
}

export function createToolbar({ text, onText, onState, onOrder }: ToolbarOptions): Toolbar {
  const filter = element('input', {
    type: 'search',
    'aria-label': 'Filter runs',
    placeholder: 'Filter, as in: push noisy seed=3',
    value: text,
  })
  const states = element('div', { class: 'chips', role: 'group', 'aria-label': 'States' })
  const column = element('select', { 'aria-label': 'Order by' })
  const direction = element('button', { type: 'button', class: 'text-button', 'aria-label': 'Greatest first' }, '▼')
  const found = element('p', { class: 'found', role: 'status' })
  let order: Order = { column: '', direction: 'descending' }
  filter.addEventListener('input', onText)
  column.addEventListener('change', () => onOrder({ ...order, column: column.value }))
  direction.addEventListener('click', () =>
    onOrder({ ...order, direction: order.direction === 'ascending' ? 'descending' : 'ascending' }),
  )
  const chips = new Map(runState.options.map((state) => [state, chipOf(state, onState)]))
  fill(
    states,
    [...chips.values()].map(({ root }) => root),
  )
  let named = ''

  return {
    root: element(
      'section',
      { class: 'card toolbar', 'aria-label': 'Which runs' },
      filter,
      states,
      element('div', { class: 'group' }, column, direction),
      found,
    ),
    get text() {
      return filter.value
    },
    showStates(runs, off) {
      const counts = new Map<RunState, number>()
      for (const { state } of runs) counts.set(state, (counts.get(state) ?? 0) + 1)
      for (const [state, chip] of chips) chip.show(counts.get(state) ?? 0, !off.has(state))
    },
    showOrder(columns, next) {
      order = next
      const names = columns.map(({ id }) => id).join()
      if (names !== named)
        fill(
          column,
          columns.map(({ id, label }) => element('option', { value: id }, label)),
        )
      named = names
      column.value = order.column
      const rising = order.direction === 'ascending'
      setText(direction, rising ? '▲' : '▼')
      setAttributes(direction, { 'aria-label': rising ? 'Least first' : 'Greatest first' })
    },
    showFound(shown, all) {
      setText(found, shown === all ? `${count(all)} runs` : `${count(shown)} of ${count(all)} runs`)
    },
  }
}

function chipOf(state: RunState, onState: (state: RunState) => void) {
  const amount = element('span', {})
  const root = element(
    'button',
    { type: 'button', class: 'chip', hidden: true },
    element('i', { class: 'state', 'data-state': state }),
    amount,
  )
  root.addEventListener('click', () => onState(state))
  return {
    root,
    show(runs: number, on: boolean) {
      setText(amount, `${count(runs)} ${state}`)
      setAttributes(root, { hidden: runs === 0, 'aria-pressed': String(on) })
    },
  }
}
