// A chart of lines with bands over environment steps, with axes, a legend and the same numbers as a table.

import { element, fill, svg } from '../dom/element.ts'
import { shortCount } from '../dom/format.ts'
import type { BandPoint, ChartLine } from './band.ts'
import { domainOf, place, type Scale, ticks } from './scale.ts'

export interface LineChartOptions {
  readonly title: string
  /** Of the values; default from the least to the greatest. */
  readonly range?: readonly [number, number]
  readonly print: (value: number) => string
  readonly width: number
  readonly height: number
}

const margin = { left: 44, right: 12, top: 10, bottom: 24 }
const rowsInTable = 12

export function drawLineChart(parent: Element, lines: readonly ChartLine[], options: LineChartOptions): void {
  const drawn = lines.filter((line) => line.points.length > 0)
  const nothing = element('p', { class: 'quiet' }, 'Nothing was measured yet.')
  const parts = () => [drawSvg(drawn, options), legendOf(drawn, options), tableOf(drawn, options)]
  fill(parent, drawn.length === 0 ? [nothing] : parts())
}

function drawSvg(lines: readonly ChartLine[], { title, range, print, width, height }: LineChartOptions): SVGElement {
  const all = lines.flatMap((line) => line.points)
  const x: Scale = {
    domain: domainOf([0, ...all.map(({ steps }) => steps)]),
    range: [margin.left, width - margin.right],
  }
  const y: Scale = {
    domain: range ?? domainOf(all.flatMap(({ low, high }) => [low, high])),
    range: [height - margin.bottom, margin.top],
  }
  return svg(
    'svg',
    {
      class: 'line-chart',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': summaryOf(title, lines, print),
    },
    ...ticks(y.domain, 4).flatMap((value) => {
      const at = place(value, y)
      const label = svg('text', { class: 'axis-text end', x: margin.left - 6, y: at + 4 }, print(value))
      return [svg('path', { class: 'grid-line', d: `M${margin.left} ${at}H${width - margin.right}` }), label]
    }),
    ...ticks(x.domain, Math.max(2, Math.round(width / 110))).map((steps) =>
      svg('text', { class: 'axis-text', x: place(steps, x), y: height - 7 }, shortCount(steps)),
    ),
    ...lines.map((line) => svg('path', { class: `band ${line.colour}`, d: bandPath(line.points, x, y) })),
    ...lines.flatMap((line) => linePaths(line, x, y)),
  )
}

function bandPath(points: readonly BandPoint[], x: Scale, y: Scale): string {
  if (points.every(({ low, high }) => low === high)) return ''
  const upper = points.map(({ steps, high }) => position(steps, high, x, y))
  const lower = points.map(({ steps, low }) => position(steps, low, x, y)).reverse()
  return `M${[...upper, ...lower].join('L')}Z`
}

/** Whole where all runs have been, dashed where only some have. */
function linePaths({ points, runs, colour }: ChartLine, x: Scale, y: Scale): SVGElement[] {
  const pathOf = (some: readonly BandPoint[]) => some.map((each) => position(each.steps, each.mean, x, y)).join('L')
  const lastWhole = points.findLastIndex((point) => point.runs >= runs)
  const [whole, partly] = [points.slice(0, lastWhole + 1), points.slice(Math.max(0, lastWhole))]
  const single =
    points.length === 1
      ? [svg('circle', { class: `dot ${colour}`, cx: place(points[0]!.steps, x), cy: place(points[0]!.mean, y), r: 3 })]
      : []
  return [
    ...(whole.length > 1 ? [svg('path', { class: `line ${colour}`, d: `M${pathOf(whole)}` })] : []),
    ...(partly.length > 1 ? [svg('path', { class: `line partly ${colour}`, d: `M${pathOf(partly)}` })] : []),
    ...single,
  ]
}

function position(steps: number, value: number, x: Scale, y: Scale): string {
  return `${place(steps, x).toFixed(1)} ${place(value, y).toFixed(1)}`
}

function legendOf(lines: readonly ChartLine[], { print }: LineChartOptions): HTMLElement {
  const items = lines.map(({ label, colour, runs, points }) =>
    element(
      'li',
      {},
      element('i', { class: `key ${colour}` }),
      element('span', {}, label),
      element('span', { class: 'quiet' }, runs === 1 ? '1 seed' : `${runs} seeds`),
      element('b', {}, print(points.at(-1)!.mean)),
    ),
  )
  const several = lines.some(({ runs }) => runs > 1)
  const meaning = several ? 'Lines: mean of the seeds. Bands: from the least to the greatest.' : undefined
  const partly = lines.some(({ points, runs }) => points.some((point) => point.runs < runs))
  const dashed = partly ? ' Dashed: not all seeds have come so far.' : ''
  return element(
    'div',
    {},
    element('ul', { class: 'chart-legend' }, ...items),
    meaning && element('p', { class: 'quiet' }, meaning + dashed),
  )
}

function tableOf(lines: readonly ChartLine[], { title, print }: LineChartOptions): HTMLElement {
  const steps = [...new Set(lines.flatMap(({ points }) => points.map((point) => point.steps)))].sort((a, b) => a - b)
  const stride = Math.max(1, Math.ceil(steps.length / rowsInTable))
  const rows = steps.filter((_, i) => (steps.length - 1 - i) % stride === 0)
  const cell = ({ points, runs }: ChartLine, at: number) => {
    const point = points.find((each) => each.steps === at)
    if (point === undefined) return '–'
    return runs === 1 ? print(point.mean) : `${print(point.mean)} (${print(point.low)} to ${print(point.high)})`
  }
  const head = ['Steps', ...lines.map(({ label }) => label)].map((text) => element('th', { scope: 'col' }, text))
  const body = rows.map((at) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, shortCount(at)),
      ...lines.map((line) => element('td', {}, cell(line, at))),
    ),
  )
  const table = element(
    'table',
    {},
    element('caption', {}, title),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...body),
  )
  return element(
    'details',
    { class: 'chart-table' },
    element('summary', {}, 'As a table'),
    element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${title}, as a table` }, table),
  )
}

function summaryOf(title: string, lines: readonly ChartLine[], print: (value: number) => string): string {
  const ends = lines.slice(0, 6).map(({ label, points }) => {
    const last = points.at(-1)!
    return `${label} ${print(last.mean)} at ${shortCount(last.steps)} steps`
  })
  const more = lines.length > ends.length ? ` and ${lines.length - ends.length} more` : ''
  return `${title}: ${ends.join('; ')}${more}`
}
