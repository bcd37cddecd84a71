// What every chart has: a title, axes with round ticks, a place to draw in.

import type { Drawing, Figure, Shape } from './drawing.ts'
import { linearScale, type Scale } from './scale.ts'

export interface Axis {
  readonly label: string
  readonly domain: readonly [number, number]
  readonly format: (value: number) => string
}

export interface FrameOptions {
  readonly title: string
  /** What the chart shows, for who cannot see it. */
  readonly description: string
  readonly x: Axis
  readonly y: Axis
  /** Room on the right for the names of lines, in pixels. Default none. */
  readonly names?: number
  readonly draw: (x: Scale, y: Scale) => readonly Shape[]
}

const width = 500
const height = 280
/** Room for tick labels. */
const inset = { left: 48, right: 16, top: 14, bottom: 44 } as const

export function frame({ title, description, x, y, names = 0, draw }: FrameOptions): Figure {
  const right = width - inset.right - names
  const bottom = height - inset.bottom
  const across = linearScale({ domain: x.domain, range: [inset.left, right], ticks: 5 })
  const up = linearScale({ domain: y.domain, range: [bottom, inset.top], ticks: 5 })
  const rows = up.ticks.flatMap((tick): Shape[] => [
    { kind: 'rule', style: 'grid', from: [inset.left, up.at(tick)], to: [right, up.at(tick)] },
    text('tick', [inset.left - 8, up.at(tick)], y.format(tick), 'end', true),
  ])
  const columns = across.ticks.map((tick) => text('tick', [across.at(tick), bottom + 18], x.format(tick), 'middle'))
  const drawing: Drawing = {
    width,
    height,
    shapes: [
      ...rows,
      ...columns,
      { kind: 'rule', style: 'axis', from: [inset.left, bottom], to: [right, bottom] },
      text('label', [(inset.left + right) / 2, height - 6], x.label, 'middle'),
      ...draw(across, up),
    ],
  }
  return { title, unit: y.label, description, drawing }
}

/** A chart for which there is nothing to draw. */
export function emptyFrame(title: string, why: string): Figure {
  return { title, unit: '', description: why, drawing: undefined }
}

function text(
  style: 'tick' | 'label',
  at: readonly [number, number],
  words: string,
  anchor: 'middle' | 'end',
  centred = false,
): Shape {
  return { kind: 'text', style, at, anchor, centred, text: words }
}
