import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonInterval } from '../../../lab/statistics/wilson.ts'

describe('wilsonInterval', () => {
  test('agrees with the formula computed in another language', () => {
    const [low, high] = wilsonInterval(47, 50)
    expect(low).toBeCloseTo(0.83783, 4)
    expect(high).toBeCloseTo(0.97939, 4)
  })

  test('reaches 0 and 1 exactly where nothing or everything succeeded', () => {
    expect(wilsonInterval(0, 50)[0]).toBe(0)
    expect(wilsonInterval(50, 50)[1]).toBe(1)
    expect(wilsonInterval(50, 50)[0]).toBeCloseTo(0.92866, 4)
  })

  test('holds the proportion, stays in [0, 1] and mirrors failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, share) => {
        const successes = Math.floor(share * count)
        const [low, high] = wilsonInterval(successes, count)
        const mirrored = wilsonInterval(count - successes, count)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(successes / count)
        expect(high).toBeGreaterThanOrEqual(successes / count)
        expect(mirrored[1]).toBeCloseTo(1 - low, 12)
      }),
    )
  })

  test('refuses counts that cannot be', () => {
    expect(() => wilsonInterval(3, 2)).toThrow('3 successes of 2; expected 0 to the count, and a count of at least 1')
    expect(() => wilsonInterval(0, 0)).toThrow('0 successes of 0')
  })
})
