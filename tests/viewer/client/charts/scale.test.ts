import fc from 'fast-check'
import { expect, test } from 'vitest'
import { domainOf, place, ticks } from '../../../../viewer/client/charts/scale.ts'

test('axes are marked at round values', () => {
  expect(ticks([0, 1])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  expect(ticks([0, 960_000])).toEqual([0, 200_000, 400_000, 600_000, 800_000])
  expect(ticks([-3, 8])).toEqual([0, 5])
})

test('ticks lie inside, rise evenly, and are few', () => {
  const domain = fc
    .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
    .map(([low, size]) => [low, low + size] as const)
  fc.assert(
    fc.property(domain, ([low, high]) => {
      const found = ticks([low, high])
      expect(found.length).toBeLessThanOrEqual(6)
      for (const value of found)
        expect(value >= low - (high - low) * 1e-6 && value <= high + (high - low) * 1e-6).toBe(true)
    }),
  )
})

test('equal values are moved apart, and none make a domain too', () => {
  expect(domainOf([5, 5])).toEqual([2.5, 7.5])
  expect(domainOf([0])).toEqual([-0.5, 0.5])
  expect(domainOf([])).toEqual([0, 1])
  expect(place(0.25, { domain: [0, 1], range: [100, 0] })).toBe(75)
})
