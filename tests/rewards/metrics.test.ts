import { describe, expect, test } from 'vitest'
import { calibrationError, confidenceReliability, pairwiseAccuracy, reliability } from '../../rewards/metrics.ts'

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

describe('confidenceReliability', () => {
  test('sets how sure a prediction is against how often it is right', () => {
    expect(confidenceReliability([0.9, 0.1, 0.15, 0.5], [1, 0, 1, 0], 5)).toEqual([
      { low: 0.5, high: 0.6, count: 1, predicted: 0.5, observed: 0 },
      { low: 0.8, high: 0.9, count: 1, predicted: 0.85, observed: 0 },
      { low: 0.9, high: 1, count: 2, predicted: 0.9, observed: 1 },
    ])
  })

  test('does not change when segments are swapped', () => {
    const [chances, labels] = [
      [0.92, 0.3, 0.71, 0.05],
      [1, 0, 0.5, 1],
    ]
    const swapped = confidenceReliability(
      chances.map((chance) => 1 - chance),
      labels.map((label) => 1 - label),
    )
    for (const [i, bin] of confidenceReliability(chances, labels).entries()) {
      expect(swapped[i]!.count).toBe(bin.count)
      expect(swapped[i]!.predicted).toBeCloseTo(bin.predicted, 12)
      expect(swapped[i]!.observed).toBeCloseTo(bin.observed, 12)
    }
  })

  test('is without error where one in ten is wrong of what is nine in ten sure', () => {
    const chances = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 0.9 : 0.1))
    const labels = chances.map((chance, i) => (i < 2 ? 1 - Math.round(chance) : Math.round(chance)))
    expect(calibrationError(confidenceReliability(chances, labels))).toBeCloseTo(0, 12)
    expect(calibrationError(confidenceReliability(chances, chances.map(Math.round)))).toBeCloseTo(0.1, 12)
    expect(calibrationError([])).toBe(0)
  })
})
