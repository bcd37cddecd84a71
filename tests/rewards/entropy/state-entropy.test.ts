import { describe, expect, test } from 'vitest'
import { followMoments, freshMoments } from '../../../rewards/entropy/running-moments.ts'
import { stateEntropy } from '../../../rewards/entropy/state-entropy.ts'

describe('followMoments', () => {
  test('comes to the mean and the variance of all batches together', () => {
    const moments = freshMoments()
    followMoments(moments, Float32Array.of(1, 2, 3, 4))
    followMoments(moments, Float32Array.of(10, 12))
    expect(moments.mean).toBeCloseTo(32 / 6, 3)
    // (4 x 5/3 + 2 x 2 + (11 - 2.5)^2 x 4 x 2 / 6) / 6, with n - 1 below in each batch.
    expect(moments.variance).toBeCloseTo((20 / 3 + 4 + (72.25 * 8) / 6) / 6, 2)
    expect(moments.count).toBeCloseTo(6, 3)
  })

  test('passes over a single number, which has no variance', () => {
    const moments = freshMoments()
    followMoments(moments, Float32Array.of(5))
    expect(moments).toEqual(freshMoments())
  })
})

describe('stateEntropy', () => {
  const visited = Float32Array.of(0, 0.1, 0.2, 0.3, 5)

  test('rewards the state that has no company, and does not count a state as its own neighbour', () => {
    const moments = freshMoments()
    const { scaled } = stateEntropy(visited, visited, { size: 1, neighbours: 1, moments })
    const deviation = Math.sqrt(moments.variance)
    const distances = [0.1, 0.1, 0.1, 0.1, 4.7]
    scaled.forEach((value, i) => {
      expect(value).toBeCloseTo(distances[i]! / deviation, 4)
    })
  })

  test('centred is within [-1, 1], about the running mean and in thirds of the deviation', () => {
    const moments = freshMoments()
    const { centred } = stateEntropy(visited, visited, { size: 1, neighbours: 1, moments })
    const expected = [0.1, 0.1, 0.1, 0.1, 4.7].map((d) => (d - moments.mean) / (3 * Math.sqrt(moments.variance)))
    centred.forEach((value, i) => {
      expect(value).toBeCloseTo(Math.min(1, Math.max(-1, expected[i]!)), 4)
    })
    expect(Math.max(...centred)).toBeGreaterThan(0)
    expect(Math.min(...centred)).toBeLessThan(0)
  })

  test('stays finite where all states are one', () => {
    const same = new Float32Array(6).fill(2)
    const moments = freshMoments()
    for (let i = 0; i < 100; i++) {
      const { scaled, centred } = stateEntropy(same, same, { size: 1, neighbours: 2, moments })
      expect([...scaled, ...centred].every(Number.isFinite)).toBe(true)
    }
  })
})
