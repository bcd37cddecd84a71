import { describe, expect, test } from 'vitest'
import { answerConfidence, confident } from '../../../rewards/denoising/label-confidence.ts'

describe('answerConfidence', () => {
  test('is what was worked out by hand: h = 0.9, P = 0.2', () => {
    // 0.18 / (0.18 + 0.1 * 0.8)
    expect(answerConfidence(0.2, 0.9)).toBeCloseTo(0.692308, 6)
  })

  test('is the reliability where the model knows nothing, and a half where it and the answer weigh the same', () => {
    expect(answerConfidence(0.5, 0.8)).toBeCloseTo(0.8, 12)
    expect(answerConfidence(0.2, 0.8)).toBeCloseTo(0.5, 12)
  })
})

describe('confident', () => {
  const pair = (id: string, label: number) => ({ id, rows: new Float32Array(), label, heldOut: false })

  test('turns labels towards what members expect on average, and learns how reliable the answers were', () => {
    const reliability = { value: 0.9 }
    // Two members over three pairs.
    const chances = Float32Array.of(...[0.3, 0.5, 0.9], ...[0.1, 0.5, 0.7])
    const lesson = confident([pair('a', 1), pair('b', 0), pair('c', 0.5)], chances, reliability)
    expect(lesson.map(({ label }) => label)).toEqual([
      expect.closeTo(0.692308, 5),
      expect.closeTo(0.1, 6),
      expect.closeTo(0.5, 12),
    ])
    expect(reliability.value).toBeCloseTo((0.692308 + 0.9 + 0.9) / 3, 5)
  })

  test('keeps every pair, and its own label', () => {
    const pairs = [pair('a', 1)]
    expect(confident(pairs, Float32Array.of(0.001), { value: 0.6 })).toHaveLength(1)
    expect(pairs[0]!.label).toBe(1)
  })

  test('never takes anybody for infallible', () => {
    const reliability = { value: 0.999 }
    for (let pass = 0; pass < 5; pass++) confident([pair('a', 1)], Float32Array.of(1), reliability)
    expect(reliability.value).toBe(0.999)
    expect(confident([], new Float32Array(), reliability)).toEqual([])
  })
})
