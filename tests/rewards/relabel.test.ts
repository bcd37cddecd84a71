import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RewardModel } from '../../rewards/contract.ts'
import { applyAffine, optimisticReward, relabel, standardising } from '../../rewards/relabel.ts'

/** Reward = first number of the row, deviation = second. Notes how many rows it was asked for at once. */
function transparentModel() {
  const asked: number[] = []
  const model: RewardModel = {
    id: 'transparent',
    inputSize: 2,
    estimate: async (rows, count) => {
      expect(rows).toHaveLength(2 * count)
      asked.push(count)
      const column = (at: number) => Float32Array.from({ length: count }, (_, i) => rows[2 * i + at]!)
      return { mean: column(0), deviation: column(1) }
    },
    dispose: async () => {},
  }
  return { model, asked }
}

const count = 25
/** Transition i has reward i and deviation i % 3. */
function readRows(rows: Float32Array, start: number, wanted: number): void {
  for (let i = 0; i < wanted; i++) rows.set([start + i, (start + i) % 3], 2 * i)
}

function meanAndDeviation(values: Float32Array): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)]
}

describe('relabel', () => {
  test.each([[1], [7], [25], [1000]])('gives the same rewards in chunks of %i', async (chunk) => {
    const { model, asked } = transparentModel()
    const { rewards } = await relabel({ model, bonus: 1.5, scale: 0.3, count, readRows, chunk })
    const [whole] = [await relabel({ model: transparentModel().model, bonus: 1.5, scale: 0.3, count, readRows })]
    expect(rewards).toEqual(whole.rewards)
    expect(asked.reduce((sum, each) => sum + each, 0)).toBe(count)
    expect(Math.max(...asked)).toBeLessThanOrEqual(chunk)
  })

  test('standardises over the whole buffer to the scale that is asked for', async () => {
    const { rewards } = await relabel({ model: transparentModel().model, bonus: 0, scale: 0.3, count, readRows })
    const [mean, deviation] = meanAndDeviation(rewards)
    expect(mean).toBeCloseTo(0, 6)
    expect(deviation).toBeCloseTo(0.3, 6)
    expect(rewards[24]! - rewards[0]!).toBeGreaterThan(0)
  })

  test('gives new transitions what the same transitions have in the buffer', async () => {
    const { model } = transparentModel()
    const { rewards, affine } = await relabel({ model, bonus: 0.5, scale: 1, count, readRows })
    const rows = new Float32Array(2 * 4)
    readRows(rows, 10, 4)
    const later = optimisticReward(await model.estimate(rows, 4), 0.5)
    applyAffine(later, affine)
    expect(later).toEqual(rewards.subarray(10, 14))
  })

  test('of an empty buffer is refused', async () => {
    const options = { model: transparentModel().model, bonus: 0, scale: 1, count: 0, readRows }
    await expect(relabel(options)).rejects.toThrow('no values to standardise, expected at least one')
  })
})

test('the bonus adds deviations of the members to their mean', () => {
  const estimate = { mean: Float32Array.of(1, 2), deviation: Float32Array.of(0.5, 0) }
  expect([...optimisticReward(estimate, 2)]).toEqual([2, 2])
  expect([...optimisticReward(estimate, 0)]).toEqual([1, 2])
})

describe('standardising', () => {
  test('gives mean 0 and the scale as deviation', () => {
    const values = fc.float32Array({ minLength: 2, maxLength: 50, min: -10, max: 10, noNaN: true })
    fc.assert(
      fc.property(values, (given) => {
        fc.pre(meanAndDeviation(given)[1] > 0.01)
        const standard = given.slice()
        applyAffine(standard, standardising(given, 2))
        const [mean, deviation] = meanAndDeviation(standard)
        expect(mean).toBeCloseTo(0, 3)
        expect(deviation).toBeCloseTo(2, 3)
      }),
    )
  })

  test('does not blow up rewards that say nothing', () => {
    const same = new Float32Array(5).fill(0.7)
    applyAffine(same, standardising(same, 1))
    expect(Math.max(...same.map(Math.abs))).toBeLessThan(1e-3)
  })
})
