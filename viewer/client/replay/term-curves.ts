// A recording's reward and its named terms as small curves under one time axis, with a mark where the clock stands.
// A press on a curve takes the clock there.

import type { Recording } from '../../../sim/recording.ts'
import { element, fill, setAttributes, setText, svg } from '../dom/element.ts'
import { type ChartBox, linePath, rangeOf, xOf } from '../panels/chart.ts'
import { stepAt } from './recorded-clip.ts'
import { type Series, seriesOf, thinned } from './series.ts'

export interface TermCurves {
  readonly root: HTMLElement
  show(recording: Recording | undefined): void
  showTime(time: number): void
}

const size = { width: 260, height: 40 }

interface DrawnCurve {
  readonly series: Series
  readonly value: HTMLElement
  readonly cursor: SVGElement
}

export function createTermCurves(seek: (time: number) => void): TermCurves {
  const root = element('section', { class: 'card terms', 'aria-label': 'Reward terms', hidden: true })
  let recording: Recording | undefined
  let duration = 0
  let drawn: readonly DrawnCurve[] = []

  function draw(series: Series): HTMLElement {
    const points = thinned(series.points)
    const box: ChartBox = { ...size, range: rangeOf(points), domain: [0, duration] }
    const value = element('b', {})
    const cursor = svg('path', { class: 'curve-cursor', d: `M0 0V${size.height}` })
    const plot = svg(
      'svg',
      { viewBox: `0 -3 ${size.width} ${size.height + 6}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('path', { class: 'curve-floor', d: `M0 ${size.height}H${size.width}M0 0H${size.width}` }),
      svg('path', { class: 'curve-line', d: linePath(points, box) }),
      cursor,
    )
    plot.addEventListener('pointerdown', (event) => {
      const { left, width } = plot.getBoundingClientRect()
      seek(((event.clientX - left) / width) * duration)
    })
    drawn = [...drawn, { series, value, cursor }]
    return element(
      'figure',
      { class: 'curve' },
      element('figcaption', {}, element('span', {}, series.name), value),
      plot,
    )
  }

  return {
    root,
    show(next) {
      recording = next
      drawn = []
      const all = next === undefined ? [] : seriesOf(next)
      duration = Math.max(0, ...all.map(({ points }) => points.at(-1)?.[0] ?? 0))
      fill(root, [element('h2', {}, 'Reward and its terms'), ...all.map(draw)])
      setAttributes(root, { hidden: all.length === 0 })
    },
    showTime(time) {
      if (recording === undefined) return
      const step = stepAt(recording, time)
      const x = xOf(Math.min(time, duration), { ...size, range: [0, 1], domain: [0, duration] })
      for (const { series, value, cursor } of drawn) {
        setText(value, readable(series.points[step]?.[1] ?? 0))
        setAttributes(cursor, { transform: `translate(${x} 0)` })
      }
    },
  }
}

function readable(value: number): string {
  return String(Number(value.toPrecision(3)))
}
