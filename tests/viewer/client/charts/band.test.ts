import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf, valueAt } from '../../../../viewer/client/charts/band.ts'

test('at every measured step stand the mean, the least and the greatest of the seeds', () => {
  const band = bandOf([
    [
      [0, 0],
      [100, 1],
    ],
    [
      [0, 0.5],
      [50, 0.5],
      [100, 0.5],
    ],
  ])
  expect(band).toEqual([
    { steps: 0, mean: 0.25, low: 0, high: 0.5, runs: 2 },
    { steps: 50, mean: 0.5, low: 0.5, high: 0.5, runs: 2 },
    { steps: 100, mean: 0.75, low: 0.5, high: 1, runs: 2 },
  ])
})

test('where only some seeds have been, only those count, and it says how many', () => {
  const band = bandOf([
    [
      [0, 0],
      [10, 0.2],
    ],
    [
      [0, 1],
      [30, 1],
    ],
  ])
  expect(band.map(({ steps, runs, mean }) => [steps, runs, mean])).toEqual([
    [0, 2, 0.5],
    [10, 2, 0.6],
    [30, 1, 1],
  ])
})

test('runs without points do not count, and none make no band', () => {
  expect(bandOf([[], [[5, 1]]])).toEqual([{ steps: 5, mean: 1, low: 1, high: 1, runs: 1 }])
  expect(bandOf([])).toEqual([])
})

test('the mean lies between the least and the greatest, on at most 120 steps', () => {
  const curve = fc
    .uniqueArray(fc.nat(10_000), { maxLength: 300 })
    .map((steps) => steps.sort((a, b) => a - b).map((at) => [at, Math.sin(at)] as const))
  fc.assert(
    fc.property(fc.array(curve, { maxLength: 4 }), (curves) => {
      const band = bandOf(curves)
      expect(band.length).toBeLessThanOrEqual(120)
      for (const { low, mean, high } of band) expect(low <= mean + 1e-9 && mean <= high + 1e-9).toBe(true)
    }),
  )
})

test('outside its points a curve says nothing', () => {
  const curve = [
    [10, 1],
    [20, 2],
  ] as const
  expect([5, 10, 15, 20, 25].map((steps) => valueAt(curve, steps))).toEqual([undefined, 1, 1.5, 2, undefined])
})
