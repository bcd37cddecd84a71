import { expect, test } from 'vitest'
import { axisOf } from '../../../../viewer/client/sweep/axis.ts'
import { columnsOf } from '../../../../viewer/client/sweep/columns.ts'
import { nearest, placeLines, placePoints } from '../../../../viewer/client/sweep/plots.ts'
import { someScores, someSummary } from '../../../support/some-summary.ts'

const box = { left: 10, top: 20, width: 100, height: 50 }
const runs = [0, 0.5, 1].map((success, i) =>
  someSummary({ id: `r${i}`, settings: { width: i }, scores: { ...someScores(success), labels: 100 * i } }),
)
const axes = (...ids: string[]) => ids.map((id) => axisOf(columnsOf(runs).find((each) => each.id === id)!, runs))

test('points stand where both columns say, and runs without a value nowhere', () => {
  const [x, y] = axes('labels', 'success')
  const placed = placePoints([...runs, someSummary({ id: 'none' })], x!, y!, box)
  expect(placed.map(({ places }) => [...places])).toEqual([
    [10, 70],
    [60, 45],
    [110, 20],
  ])
})

test('a line goes across all axes, from the first to the last', () => {
  const placed = placeLines(runs, axes('setting width', 'success'), box)
  expect(placed.map(({ places }) => [places[0], places[2], places[3]])).toEqual([
    [10, 110, 70],
    [10, 110, 45],
    [10, 110, 20],
  ])
})

test('the nearest point within reach is found, and the nearest line anywhere along it', () => {
  const [x, y] = axes('labels', 'success')
  const points = placePoints(runs, x!, y!, box)
  expect(nearest(points, 63, 47, 14)?.id).toBe('r1')
  expect(nearest(points, 35, 45, 14)).toBeUndefined()
  const lines = placeLines(runs, axes('labels', 'success'), box)
  expect(nearest(lines, 60, 46, 10)?.id).toBe('r1')
  expect(nearest(lines, 200, 46, 10)).toBeUndefined()
})
