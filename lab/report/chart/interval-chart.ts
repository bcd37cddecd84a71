// Estimates one below the other, each a dot with its interval, against a line where there is no difference.

import type { Figure, Shape, Tone } from './drawing.ts'
import { emptyFrame } from './frame.ts'
import { linearScale } from './scale.ts'

export interface IntervalRow {
  readonly name: string
  readonly tone: Tone
  readonly value: number
  readonly interval: readonly [number, number]
}

export interface IntervalChartOptions {
  readonly title: string
  readonly unit: string
  readonly format: (value: number) => string
  readonly domain: readonly [number, number]
  /** Where a line is drawn through all rows. */
  readonly neutral?: number
  readonly rows: readonly IntervalRow[]
}

const width = 500
const rowHeight = 26
const inset = { top: 10, right: 20, bottom: 30 } as const
const widestName = 220
const letter = 6.7

export function intervalChart({ title, unit, format, domain, neutral, rows }: IntervalChartOptions): Figure {
  if (rows.length === 0) return emptyFrame(title, 'There is nothing to compare.')
  const left = Math.min(widestName, Math.max(...rows.map(({ name }) => name.length)) * letter) + 20
  const bottom = inset.top + rows.length * rowHeight
  const across = linearScale({ domain, range: [left, width - inset.right], ticks: 5 })
  const ticks = across.ticks.flatMap((tick): Shape[] => [
    { kind: 'rule', style: 'grid', from: [across.at(tick), inset.top], to: [across.at(tick), bottom] },
    {
      kind: 'text',
      style: 'tick',
      anchor: 'middle',
      at: [across.at(tick), bottom + 18],
      centred: false,
      text: format(tick),
    },
  ])
  const line: Shape[] =
    neutral === undefined
      ? []
      : [{ kind: 'rule', style: 'axis', from: [across.at(neutral), inset.top], to: [across.at(neutral), bottom] }]
  const drawn = rows.flatMap(({ name, tone, value, interval: [low, high] }, i): Shape[] => {
    const y = inset.top + (i + 0.5) * rowHeight
    const say = `${format(value)}, ${format(low)} to ${format(high)}`
    return [
      { kind: 'text', style: 'name', tone, anchor: 'end', at: [left - 14, y], centred: true, text: shortened(name) },
      {
        kind: 'curve',
        tone,
        points: [
          [across.at(low), y],
          [across.at(high), y],
        ],
      },
      { kind: 'dot', tone, at: [across.at(value), y], title: say },
    ]
  })
  return {
    title,
    unit,
    description: rows
      .map(({ name, value, interval: [low, high] }) => `${name}: ${format(value)}, ${format(low)} to ${format(high)}`)
      .join('; '),
    drawing: { width, height: bottom + inset.bottom, shapes: [...ticks, ...line, ...drawn] },
  }
}

function shortened(name: string): string {
  const most = Math.floor(widestName / letter)
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`
}
