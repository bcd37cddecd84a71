import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { actorLoss, softTarget, temperatureGradient } from '../../../agents/sac/losses.ts'

beforeAll(() => tf.setBackend('cpu'))

const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1])
const members = (...values: number[][]) => tf.tensor3d(values.map((member) => member.map((value) => [value])))
const number = (tensor: tf.Tensor) => tensor.dataSync()[0]!

describe('soft actor-critic losses', () => {
  test('the target takes the smaller critic, pays for surprise and discounts both', () => {
    const target = softTarget({
      rewards: column(1, 2),
      continues: column(1, 1),
      nextValues: members([3, 10], [5, 4]),
      nextLogProbability: column(-1, 2),
      temperature: tf.tensor1d([0.5]),
      discount: 0.9,
    })
    const [first, second] = target.dataSync()
    expect(first).toBeCloseTo(1 + 0.9 * (3 + 0.5), 5)
    expect(second).toBeCloseTo(2 + 0.9 * (4 - 1), 5)
  })

  test('the target is the reward alone where nothing follows', () => {
    const target = softTarget({
      rewards: column(3),
      continues: column(0),
      nextValues: members([100], [100]),
      nextLogProbability: column(-7),
      temperature: tf.tensor1d([0.5]),
      discount: 0.9,
    })
    expect(number(target)).toBe(3)
  })

  test('the actor loss falls as the smaller value rises and as entropy rises', () => {
    const loss = actorLoss(column(-2, 4), members([1, 3], [2, 0]), tf.tensor1d([0.5]))
    expect(number(loss)).toBeCloseTo((-1 - 1 + (2 - 0)) / 2, 6)
  })

  test('the temperature rises while entropy is below its target and falls above it', () => {
    // Entropy 1 against a target of 2: descending this gradient raises the temperature.
    expect(number(temperatureGradient(tf.scalar(-1), 2))).toBeLessThan(0)
    expect(number(temperatureGradient(tf.scalar(-3), 2))).toBeGreaterThan(0)
  })
})
