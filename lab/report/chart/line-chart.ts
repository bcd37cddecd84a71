// Curves over steps, with a band where there is an interval; named at their ends where there are several.

import type { Figure, Point, Shape, Tone } from './drawing.ts'
import { type Axis, emptyFrame, frame } from './frame.ts'
import type { Scale } from './scale.ts'

export interface Series {
  readonly name: string
  readonly tone: Tone
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly band?: readonly (readonly [x: number, low: number, high: number])[]
}

export interface LineChartOptions {
  readonly title: string
  /** Begins at `from`, or at 0. */
  readonly x: Omit<Axis, 'domain'> & { readonly from?: number }
  /** `atLeast` is shown even where no point lies. */
  readonly y: Omit<Axis, 'domain'> & { readonly atLeast?: Axis['domain'] }
  readonly series: readonly Series[]
  /** Whether points are marked, where they are few enough: what is read off between measurements is not. Default `marked`. */
  readonly points?: 'marked' | 'plain'
}

const nameGap = 16
/** Widest name in pixels, and about how wide a letter is. */
const widestName = 170
const letter = 6.7
/** Beyond so many points a line says it all. */
const dotsDrawn = 60

export function lineChart({ title, x, y, series, points: marks = 'marked' }: LineChartOptions): Figure {
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
    x: { ...x, domain: [x.from ?? 0, Math.max(...points.map(([steps]) => steps))] },
    y: { ...y, domain: [Math.min(...reach), Math.max(...reach)] },
    names: drawn.length > 1 ? namesWidth(drawn) : 0,
    draw: (across, up) => [
      // The first line on top.
      ...[...drawn]
        .reverse()
        .flatMap((each) => curve(each, { across, up, mark: marks === 'marked' ? y.format : undefined })),
      ...(drawn.length > 1 ? names(drawn, across, up) : []),
    ],
  })
}

interface CurveOptions {
  readonly across: Scale
  readonly up: Scale
  /** Words of a marked point; undefined where none is marked. */
  readonly mark: ((value: number) => string) | undefined
}

function curve({ points, band = [], tone }: Series, { across, up, mark }: CurveOptions): Shape[] {
  const at = (x: number, y: number): Point => [across.at(x), up.at(y)]
  const around = [...band.map(([x, , high]) => at(x, high)), ...[...band].reverse().map(([x, low]) => at(x, low))]
  const marked = mark && points.length <= dotsDrawn
  return [
    ...(around.length > 0 ? [{ kind: 'band', tone, points: around } as const] : []),
    { kind: 'curve', tone, points: points.map(([x, y]) => at(x, y)) },
    ...(marked ? points.map(([x, y]): Shape => ({ kind: 'dot', tone, at: at(x, y), title: mark(y) })) : []),
  ]
}

/** Beside the last points, moved apart where they would cover one another. */
function names(series: readonly Series[], across: Scale, up: Scale): Shape[] {
  const ends = series.map(({ name, tone, points }) => {
    const [x, y] = points.at(-1)!
    return { name, tone, x: across.at(x), y: up.at(y) }
  })
  ends.sort((a, b) => a.y - b.y)
  const lowest = up.at(up.ticks[0]!)
  spread(ends, lowest)
  return ends.map(
    ({ name, tone, x, y }): Shape => ({
      ...{ kind: 'text', style: 'name', tone, anchor: 'start', centred: true },
      ...{ at: [x + 8, y], text: shortened(name) },
    }),
  )
}

/** Moves places apart, downwards, and up again from what would lie below the axis. @param ends from above */
function spread(ends: { y: number }[], lowest: number): void {
  for (const [i, end] of ends.entries()) end.y = Math.max(end.y, (ends[i - 1]?.y ?? Number.NEGATIVE_INFINITY) + nameGap)
  for (let i = ends.length - 1; i >= 0; i--) {
    ends[i]!.y = Math.min(ends[i]!.y, i === ends.length - 1 ? lowest : ends[i + 1]!.y - nameGap)
  }
}

function namesWidth(series: readonly Series[]): number {
  return Math.min(widestName, Math.max(...series.map(({ name }) => name.length)) * letter + 8)
}

function shortened(name: string): string {
  const most = Math.floor((widestName - 8) / letter)
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`
}

function describe({ name, points }: Series, format: (value: number) => string): string {
  const values = points.map(([, value]) => value)
  return `${name}: from ${format(values[0]!)} to ${format(values.at(-1)!)}, at most ${format(Math.max(...values))}`
}
