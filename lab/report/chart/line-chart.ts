// Curves over steps, with a band where there is an interval; named at their ends where there are several.

import { html, type Markup } from '../html.ts'
import { type Axis, emptyFrame, frame, place } from './frame.ts'
import type { Scale } from './scale.ts'

export interface Series {
  readonly name: string
  readonly tone: 'first' | 'second'
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly band?: readonly (readonly [x: number, low: number, high: number])[]
}

export interface LineChartOptions {
  readonly title: string
  readonly x: Omit<Axis, 'domain'>
  /** `atLeast` is shown even where no point lies. */
  readonly y: Omit<Axis, 'domain'> & { readonly atLeast?: Axis['domain'] }
  readonly series: readonly Series[]
}

const nameGap = 16
const namesWidth = 72

export function lineChart({ title, x, y, series }: LineChartOptions): Markup {
  const drawn = series.filter(({ points }) => points.length > 0)
  if (drawn.length === 0) return emptyFrame(title, 'Nothing was measured.')
  const points = drawn.flatMap((each) => each.points)
  const reach = [
    ...(y.atLeast ?? []),
    ...points.map(([, value]) => value),
    ...drawn.flatMap(({ band = [] }) => band.flatMap(([, ...ends]) => ends)),
  ]
  return frame({
    title,
    description: drawn.map((each) => describe(each, y.format)).join('; '),
    x: { ...x, domain: [0, Math.max(...points.map(([steps]) => steps))] },
    y: { ...y, domain: [Math.min(...reach), Math.max(...reach)] },
    names: drawn.length > 1 ? namesWidth : 0,
    draw: (across, up) => [
      // The first line on top.
      ...[...drawn].reverse().map((each) => curve(each, across, up, y.format)),
      ...(drawn.length > 1 ? names(drawn, across, up) : []),
    ],
  })
}

function curve(
  { points, band = [], tone }: Series,
  across: Scale,
  up: Scale,
  format: (value: number) => string,
): Markup {
  const at = (x: number, y: number) => `${place(across.at(x))} ${place(up.at(y))}`
  const line = points.map(([x, y]) => at(x, y)).join('L')
  const around = [...band.map(([x, , high]) => at(x, high)), ...[...band].reverse().map(([x, low]) => at(x, low))].join(
    'L',
  )
  const dots = points.map(
    ([x, y]) =>
      html`<circle cx="${place(across.at(x))}" cy="${place(up.at(y))}" r="2.6"><title>${format(y)}</title></circle>`,
  )
  return html`<g class="${tone}">${around === '' ? undefined : html`<path class="band" d="M${around}Z"/>`}<path class="line" d="M${line}"/>${points.length <= 60 ? dots : undefined}</g>`
}

/** Beside the last points, moved apart where they would cover one another. */
function names(series: readonly Series[], across: Scale, up: Scale): Markup[] {
  const ends = series.map(({ name, tone, points }) => {
    const [x, y] = points.at(-1)!
    return { name, tone, x: across.at(x), y: up.at(y) }
  })
  ends.sort((a, b) => a.y - b.y)
  return ends.map(({ name, tone, x }, i) => {
    const above = ends[i - 1]
    if (above) ends[i]!.y = Math.max(ends[i]!.y, above.y + nameGap)
    return html`<text class="name ${tone}" x="${place(x + 8)}" y="${place(ends[i]!.y)}" dy="0.32em">${name}</text>`
  })
}

function describe({ name, points }: Series, format: (value: number) => string): string {
  const values = points.map(([, value]) => value)
  return `${name}: from ${format(values[0]!)} to ${format(values.at(-1)!)}, at most ${format(Math.max(...values))}`
}
