import { expect, test } from 'vitest'
import { figureMarkup } from '../../../../lab/report/chart/figure.ts'
import { lineChart, type Series } from '../../../../lab/report/chart/line-chart.ts'

const chart = (...series: Series[]) =>
  figureMarkup(
    lineChart({
      title: 'Success',
      x: { label: 'steps', format: String },
      y: { label: 'share', format: String, atLeast: [0, 1] },
      series,
    }),
  ).text

const first: Series = {
  name: 'first',
  tone: 'first',
  points: [
    [0, 0],
    [100, 1],
  ],
}

test('a line goes from its first to its last point', () => {
  expect(chart(first)).toContain('<path class="line first" d="M48 236L484 14"/>')
})

test('several lines are named at their ends, and the names keep apart', () => {
  const second: Series = {
    name: 'second',
    tone: 'second',
    points: [
      [0, 0],
      [100, 0.99],
    ],
  }
  const heights = [...chart(first, second).matchAll(/class="name[^>]*y="([\d.]+)"/g)].map((match) => Number(match[1]))
  expect(heights).toHaveLength(2)
  expect(heights[1]! - heights[0]!).toBeGreaterThanOrEqual(16)
})

test('a band is drawn around its line', () => {
  expect(
    chart({
      ...first,
      band: [
        [0, 0, 0.5],
        [100, 0.5, 1],
      ],
    }),
  ).toContain('<path class="band first" d="M48 125L484 14L484 125L48 236Z"/>')
})

test('values beyond what is shown at least widen it', () => {
  expect(
    chart({
      ...first,
      points: [
        [0, -1],
        [100, 1],
      ],
    }),
  ).toContain('>-1</text>')
})

test('a line without points is left out, and a chart without lines says so', () => {
  expect(chart({ ...first, points: [] })).toContain('Nothing was measured.')
  expect(chart(first, { ...first, name: 'empty', points: [] })).not.toContain('empty')
})
