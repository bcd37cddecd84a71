import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linearScale } from '../../../../lab/report/chart/scale.ts'

describe('linearScale', () => {
  test('widens the domain to round ticks', () => {
    const scale = linearScale({ domain: [0.13, 0.87], range: [0, 100], ticks: 5 })
    expect(scale.ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(scale.at(0)).toBe(0)
    expect(scale.at(1)).toBe(100)
  })

  test('gives a single value room', () => {
    expect(linearScale({ domain: [5, 5], range: [0, 100], ticks: 5 }).ticks).toContain(5)
    expect(linearScale({ domain: [0, 0], range: [0, 100], ticks: 5 }).ticks.length).toBeGreaterThan(1)
  })

  test('keeps every value inside the range, in order, with few ticks', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(number, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, spread) => {
        const high = low + spread
        const scale = linearScale({ domain: [low, high], range: [300, 0], ticks: 5 })
        expect(scale.ticks.length).toBeLessThanOrEqual(8)
        expect(scale.at(low)).toBeLessThanOrEqual(300 + 1e-6)
        expect(scale.at(high)).toBeGreaterThanOrEqual(-1e-6)
        expect(scale.at(high)).toBeLessThan(scale.at(low))
      }),
    )
  })
})
