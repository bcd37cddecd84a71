import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mean, median, quantile, standardDeviation } from '../../../lab/statistics/quantile.ts'

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 })

describe('quantile', () => {
  test('lies between neighbours in proportion, as numpy computes it', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
  })

  test('starts at the minimum, ends at the maximum and never falls', () => {
    fc.assert(
      fc.property(values, (list) => {
        const curve = [0, 0.1, 0.5, 0.9, 1].map((share) => quantile(list, share))
        expect(curve[0]).toBe(Math.min(...list))
        expect(curve.at(-1)).toBe(Math.max(...list))
        expect([...curve].sort((a, b) => a - b)).toEqual(curve)
      }),
    )
  })

  test('leaves the given order alone, and passes infinite values through', () => {
    const list = [3, 1, 2]
    quantile(list, 0.5)
    expect(list).toEqual([3, 1, 2])
    expect(median([1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY)
  })

  test('of nothing is NaN, and a share outside 0 to 1 is refused', () => {
    expect(quantile([], 0.5)).toBeNaN()
    expect(() => quantile([1], 1.5)).toThrow("a quantile's share is from 0 to 1, found 1.5")
  })
})

describe('mean and standard deviation', () => {
  test('are those of the sample', () => {
    expect(mean([1, 2, 6])).toBe(3)
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.13809, 5)
    expect(standardDeviation([7])).toBe(0)
  })
})
