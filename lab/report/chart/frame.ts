// What every chart has: a title, axes with round ticks, a place to draw in.

import { html, type Markup } from '../html.ts'
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
  readonly draw: (x: Scale, y: Scale) => readonly Markup[]
}

const width = 500
const height = 280
/** Room for tick labels. */
const inset = { left: 48, right: 16, top: 14, bottom: 44 } as const

export function frame({ title, description, x, y, names = 0, draw }: FrameOptions): Markup {
  const right = width - inset.right - names
  const bottom = height - inset.bottom
  const across = linearScale({ domain: x.domain, range: [inset.left, right], ticks: 5 })
  const up = linearScale({ domain: y.domain, range: [bottom, inset.top], ticks: 5 })
  const rows = up.ticks.map((tick) => {
    const at = place(up.at(tick))
    return html`<line class="grid" x1="${inset.left}" x2="${right}" y1="${at}" y2="${at}"/><text class="tick" x="${inset.left - 8}" y="${at}" dy="0.32em" text-anchor="end">${y.format(tick)}</text>`
  })
  const columns = across.ticks.map(
    (tick) =>
      html`<text class="tick" x="${place(across.at(tick))}" y="${bottom + 18}" text-anchor="middle">${x.format(tick)}</text>`,
  )
  return html`<figure>
<figcaption>${title} <span>${y.label}</span></figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${description}">
${rows}
${columns}
<line class="axis" x1="${inset.left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>
<text class="label" x="${(inset.left + right) / 2}" y="${height - 6}" text-anchor="middle">${x.label}</text>
${draw(across, up)}
</svg>
</figure>`
}

/** A chart for which there is nothing to draw. */
export function emptyFrame(title: string, why: string): Markup {
  return html`<figure>
<figcaption>${title}</figcaption>
<p class="nothing">${why}</p>
</figure>`
}

/** Pixels, to a tenth: the same numbers give the same text everywhere. */
export function place(pixels: number): string {
  return String(Math.round(pixels * 10) / 10)
}
