import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankCorrelation, ranks } from '../../../lab/statistics/rank-correlation.ts'

const distinct = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 })

describe('rankCorrelation', () => {
  test('gives ties their mean rank', () => {
    expect(ranks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1])
    expect(rankCorrelation([1, 2, 2, 3, 4], [2, 1, 3, 5, 4])).toBeCloseTo(0.71818, 4)
  })

  test('is 1 for any increasing map and -1 for any decreasing one', () => {
    fc.assert(
      fc.property(distinct, (values) => {
        const grown = values.map((value) => value ** 3)
        expect(rankCorrelation(values, grown)).toBeCloseTo(1, 10)
        expect(
          rankCorrelation(
            values,
            Float64Array.from(grown, (value) => -value),
          ),
        ).toBeCloseTo(-1, 10)
      }),
    )
  })

  test('is NaN where one side says nothing', () => {
    expect(rankCorrelation([1, 2, 3], [5, 5, 5])).toBeNaN()
    expect(rankCorrelation([], [])).toBeNaN()
  })

  test('refuses lists of different length', () => {
    expect(() => rankCorrelation([1], [1, 2])).toThrow('1 values against 2; expected as many')
  })
})
