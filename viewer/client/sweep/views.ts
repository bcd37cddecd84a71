// The charts over the runs: a scatter, a parallel view, curves. One of them is open at a time.

import type { RunSummary } from '../../protocol/run.ts'
import type { ChartLine } from '../charts/band.ts'
import { inOrder, styleOf } from '../charts/curve-styles.ts'
import { drawLineChart } from '../charts/line-chart.ts'
import { element, fill, setAttributes } from '../dom/element.ts'
import type { Column } from './columns.ts'
import { createParallel } from './parallel.ts'
import { createScatter } from './scatter.ts'

const views = [
  { id: 'scatter', title: 'Scatter' },
  { id: 'parallel', title: 'Parallel' },
  { id: 'curves', title: 'Curves' },
] as const
type ViewId = (typeof views)[number]['id']

export interface Views {
  readonly root: HTMLElement
  /** The curve that is drawn; undefined while no curves are. */
  readonly curve: string | undefined
  show(runs: readonly RunSummary[], columns: readonly Column[], chosen: string | undefined): void
  showLines(lines: readonly ChartLine[], left: number): void
  redraw(): void
}

interface ViewsOptions {
  readonly onChoose: (run: RunSummary) => void
  /** Other curves are wanted, or none. */
  readonly onCurve: () => void
}

const curves = ['success', 'reward-accuracy', 'labels', 'return']

export function createViews({ onChoose, onCurve }: ViewsOptions): Views {
  const [scatter, parallel] = [createScatter(onChoose), createParallel(onChoose)]
  const chart = element('div', { class: 'chart' })
  const more = element('p', { class: 'quiet', hidden: true })
  const x = element('select', { 'aria-label': 'Across' })
  const y = element('select', { 'aria-label': 'Up' })
  const curve = element(
    'select',
    { 'aria-label': 'Curve' },
    ...inOrder(curves).map((name) => element('option', { value: name }, styleOf(name).label)),
  )
  const scatterPicks = element('div', { class: 'group' }, y, element('span', { class: 'quiet' }, 'over'), x)
  const tabs = views.map(({ id, title }) => {
    const tab = element('button', { type: 'button', class: 'text-button' }, title)
    tab.addEventListener('click', () => open(id))
    return { id, tab }
  })
  const head = element(
    'div',
    { class: 'views-head' },
    element('div', { class: 'group', role: 'group', 'aria-label': 'Chart' }, ...tabs.map(({ tab }) => tab)),
    scatterPicks,
    curve,
  )
  const curveView = element('div', { class: 'curve-view' }, chart, more)
  const root = element(
    'section',
    { class: 'card views', 'aria-label': 'Charts' },
    head,
    scatter.root,
    parallel.root,
    curveView,
  )
  let present: ViewId = 'scatter'
  let last: Parameters<Views['show']> = [[], [], undefined]
  for (const select of [x, y]) select.addEventListener('change', redraw)
  curve.addEventListener('change', onCurve)
  open('scatter')

  function open(view: ViewId): void {
    present = view
    for (const { id, tab } of tabs) setAttributes(tab, { 'aria-pressed': String(id === view) })
    const parts = { scatter: [scatter.root, scatterPicks], parallel: [parallel.root], curves: [curveView, curve] }
    for (const { id } of views) for (const part of parts[id]) setAttributes(part, { hidden: id !== view })
    onCurve()
    redraw()
  }

  function redraw(): void {
    const [runs, columns, chosen] = last
    const column = (id: string) => columns.find((each) => each.id === id)
    const drawn = columns.filter(({ id }) => id !== 'state' && id !== 'run')
    offer(x, drawn, firstAcross(drawn))
    offer(y, drawn, 'success')
    if (present === 'scatter')
      scatter.show(
        runs,
        [column(x.value), column(y.value)].filter((each) => each !== undefined),
        chosen,
      )
    if (present === 'parallel') parallel.show(runs, parallelColumns(columns, runs), chosen)
  }

  return {
    root,
    get curve() {
      return present === 'curves' ? curve.value : undefined
    },
    show(...next) {
      last = next
      redraw()
    },
    showLines(lines, left) {
      const { label, range, print } = styleOf(curve.value)
      const size = { width: Math.max(320, chart.clientWidth), height: 300 }
      drawLineChart(chart, lines, { title: label, print, ...size, ...(range && { range }) })
      setAttributes(more, { hidden: left === 0 })
      more.textContent = `The first ${lines.length} configurations in the table's order; ${left} more are not drawn.`
    },
    redraw,
  }
}

/** Keeps what is chosen where it is still offered. */
function offer(select: HTMLSelectElement, columns: readonly Column[], first: string): void {
  const offered = [...select.options].map(({ value }) => value).join()
  if (offered === columns.map(({ id }) => id).join()) return
  const chosen = select.value
  fill(
    select,
    columns.map(({ id, label }) => element('option', { value: id }, label)),
  )
  select.value = columns.some(({ id }) => id === chosen) && offered !== '' ? chosen : first
}

function firstAcross(columns: readonly Column[]): string {
  return (
    (columns.find(({ kind }) => kind === 'setting') ?? columns.find(({ id }) => id === 'labels') ?? columns[0])?.id ??
    ''
  )
}

/** Where the runs differ, and success last. */
function parallelColumns(columns: readonly Column[], runs: readonly RunSummary[]): readonly Column[] {
  const varies = (column: Column) => {
    const first = runs[0] && column.value(runs[0])
    return runs.some((run) => column.value(run) !== first)
  }
  const inputs = columns
    .filter((column) => column.kind !== 'score' && column.id !== 'state' && column.id !== 'run' && varies(column))
    .slice(0, 9)
  return [...inputs, ...columns.filter(({ id }) => id === 'success')]
}
