import { expect, test } from 'vitest'
import { thinCurve } from '../../../viewer/server/thin-curve.ts'

const line = (length: number) => ({
  name: 'success',
  points: Array.from({ length }, (_, i): [number, number] => [i, i / length]),
})

test('a short curve stays as it is', () => {
  const curve = line(240)
  expect(thinCurve(curve)).toBe(curve)
})

test('a long curve keeps its ends, its order and points of its own', () => {
  const curve = line(10_000)
  const { points } = thinCurve(curve)
  expect(points).toHaveLength(240)
  expect([points[0], points.at(-1)]).toEqual([curve.points[0], curve.points.at(-1)])
  for (let i = 1; i < points.length; i++) expect(points[i]![0]).toBeGreaterThan(points[i - 1]![0])
  for (const point of points) expect(curve.points).toContain(point)
})
