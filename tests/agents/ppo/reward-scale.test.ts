import { describe, expect, test } from 'vitest'
import { followReturnVariance, scaleRewards } from '../../../agents/ppo/reward-scale.ts'

const rollout = { episodes: 2, steps: 2, rewards: Float32Array.of(1, 1, 0, 4) }

describe('the scale of rewards', () => {
  test('starts as the variance of the discounted returns, each episode from 0', () => {
    // Returns 1, 1.5, 0, 4: mean 1.625.
    const expected = (0.625 ** 2 + 0.125 ** 2 + 1.625 ** 2 + 2.375 ** 2) / 4
    expect(followReturnVariance(0, rollout, 0.5)).toBeCloseTo(expected, 6)
  })

  test('follows newer rollouts by a tenth', () => {
    const newest = followReturnVariance(0, rollout, 0.5)
    expect(followReturnVariance(100, rollout, 0.5)).toBeCloseTo(90 + 0.1 * newest, 6)
  })

  test('divides by the deviation and subtracts nothing', () => {
    expect([...scaleRewards(Float32Array.of(2, -6), 4)]).toEqual([expect.closeTo(1, 5), expect.closeTo(-3, 5)])
  })

  test('leaves rewards of 0 at 0', () => {
    const silent = { ...rollout, rewards: new Float32Array(4) }
    expect([...scaleRewards(silent.rewards, followReturnVariance(0, silent, 0.9))]).toEqual([0, 0, 0, 0])
  })
})
