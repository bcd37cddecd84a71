// The curves under one clip, with a cursor at the clock's time. A click goes to that time.

import { element, setText, svg } from '../dom/element.ts'
import { type ChartBox, linePath, yOf } from '../panels/chart.ts'
import type { Place } from './places.ts'
import { lower, pointsOf, type ReviewColumn, type ReviewLine, upper, valueAt } from './review-lines.ts'

export interface ReviewColumnView {
  readonly root: HTMLElement
  showTime(time: number): void
}

interface ColumnOptions {
  readonly column: ReviewColumn
  /** Seconds of the longest clip. */
  readonly duration: number
  readonly title: string
  readonly place: Place
  readonly onSeek: (time: number) => void
}

const size = { width: 300, height: 34 }

export function createReviewColumn({ column, duration, title, place, onSeek }: ColumnOptions): ReviewColumnView {
  const cursor = element('i', { class: 'review-cursor', 'aria-hidden': 'true' })
  const rows = column.lines.map((line) => {
    const box: ChartBox = { ...size, range: line.range, domain: [0, duration] }
    const now = element('span', { class: 'review-value' })
    return { line, now, root: drawRow({ line, now, box, title, interval: column.interval }) }
  })
  const charts = element('div', { class: 'review-charts' }, ...rows.map(({ root }) => root), cursor)
  charts.addEventListener('click', (event) => {
    const { left, width } = charts.getBoundingClientRect()
    onSeek(Math.min(1, Math.max(0, (event.clientX - left) / width)) * duration)
  })
  return {
    root: element('div', { class: 'review-column', 'data-clip': place }, charts),
    showTime(time) {
      cursor.style.left = `${duration === 0 ? 0 : Math.min(1, time / duration) * 100}%`
      for (const { line, now } of rows) setText(now, printed(valueAt(line, column.interval, time)))
    },
  }
}

interface RowParts {
  readonly line: ReviewLine
  readonly now: HTMLElement
  readonly box: ChartBox
  readonly title: string
  readonly interval: number
}

function drawRow({ line, now, box, title, interval }: RowParts): HTMLElement {
  const points = pointsOf(line.values, interval)
  const label = `${title}, ${line.name}: from ${printed(line.values[0])} to ${printed(line.values.at(-1))}`
  return element(
    'figure',
    { class: 'curve review-curve' },
    element('figcaption', {}, element('span', {}, line.name), now),
    svg(
      'svg',
      {
        viewBox: `0 0 ${box.width} ${box.height}`,
        preserveAspectRatio: 'none',
        role: 'img',
        'aria-label': label,
      },
      svg('path', { class: 'curve-floor', d: `M0 ${yOf(0, box)}H${box.width}` }),
      line.deviation && svg('path', { class: 'review-band', d: bandPath(line, interval, box) }),
      svg('path', { class: 'curve-line', d: linePath(points, box) }),
    ),
  )
}

/** The area between what the model's members say at most and at least. */
function bandPath(line: ReviewLine, interval: number, box: ChartBox): string {
  const top = pointsOf(upper(line), interval)
  const bottom = [...pointsOf(lower(line), interval)].reverse()
  return top.length === 0 ? '' : `${linePath([...top, ...bottom], box)}Z`
}

function printed(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(2)))
}
