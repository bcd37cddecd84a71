// One number against another: a dot for each pair.

import type { Figure } from './drawing.ts'
import { type Axis, emptyFrame, frame } from './frame.ts'

export interface ScatterOptions {
  readonly title: string
  readonly x: Omit<Axis, 'domain'>
  readonly y: Omit<Axis, 'domain'>
  readonly points: readonly (readonly [x: number, y: number])[]
  /** Said in words to who cannot see it. */
  readonly description: string
}

/** More dots than this only make a darker blot. */
const dotsDrawn = 1500

export function scatter({ title, x, y, points, description }: ScatterOptions): Figure {
  if (points.length === 0) return emptyFrame(title, 'Nothing was measured.')
  const every = Math.ceil(points.length / dotsDrawn)
  const drawn = points.filter((_, i) => i % every === 0)
  return frame({
    title,
    description,
    x: { ...x, domain: extent(points.map(([value]) => value)) },
    y: { ...y, domain: extent(points.map(([, value]) => value)) },
    draw: (across, up) => [
      { kind: 'cloud', tone: 'first', points: drawn.map(([a, b]) => [across.at(a), up.at(b)] as const) },
    ],
  })
}

function extent(values: readonly number[]): [number, number] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return [low, high]
}
