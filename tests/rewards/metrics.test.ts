import { describe, expect, test } from 'vitest'
import { calibrationError, pairwiseAccuracy, reliability } from '../../rewards/metrics.ts'

describe('pairwiseAccuracy', () => {
  test('counts the decided pairs that are ordered as answered', () => {
    expect(pairwiseAccuracy([2, -1, 3, -4], [1, 0, 0, 1])).toBe(0.5)
  })

  test('leaves equal labels out', () => {
    expect(pairwiseAccuracy([2, -9], [1, 0.5])).toBe(1)
  })

  test('gives half for a predicted tie', () => {
    expect(pairwiseAccuracy([0, 0], [1, 0])).toBe(0.5)
  })

  test('is not a number without decided pairs', () => {
    expect(pairwiseAccuracy([1], [0.5])).toBeNaN()
    expect(pairwiseAccuracy([], [])).toBeNaN()
  })
})

describe('reliability', () => {
  test('sets mean prediction against mean answer in each bin', () => {
    expect(reliability([0.1, 0.3, 0.9, 1], [0, 1, 1, 0.5], 2)).toEqual([
      { low: 0, high: 0.5, count: 2, predicted: 0.2, observed: 0.5 },
      { low: 0.5, high: 1, count: 2, predicted: 0.95, observed: 0.75 },
    ])
  })

  test('leaves empty bins out', () => {
    expect(reliability([0.95], [1]).map(({ low }) => low)).toEqual([0.9])
  })

  test('gives the error that calibration plots quote', () => {
    const bins = reliability([0.1, 0.3, 0.9, 1], [0, 1, 1, 0.5], 2)
    expect(calibrationError(bins)).toBeCloseTo(0.25, 12)
    expect(calibrationError(reliability([0, 1], [0, 1]))).toBe(0)
  })
})
