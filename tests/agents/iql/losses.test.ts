import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { advantageWeights, cosineRate, expectileLoss } from '../../../agents/iql/losses.ts'

beforeAll(() => tf.setBackend('cpu'))

const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1])
const number = (tensor: tf.Tensor) => tensor.dataSync()[0]!

describe('implicit Q-learning losses', () => {
  test('an expectile weighs what lies above by itself and what lies below by the rest', () => {
    const loss = expectileLoss(column(2, -3), 0.7)
    expect(number(loss)).toBeCloseTo((0.7 * 4 + 0.3 * 9) / 2, 5)
  })

  test('an expectile of one half is half the squared error', () => {
    expect(number(expectileLoss(column(1, -2, 3), 0.5))).toBeCloseTo(14 / 3 / 2, 5)
  })

  test('the value that minimises the loss lies nearer to the best action, the higher the expectile', () => {
    // At V the pulls balance: 0.9 (10 - V) = 0.1 V, so V = 9.
    const pull = tf.grad((v: tf.Tensor) => expectileLoss(tf.sub(column(10, 0), v), 0.9))(tf.scalar(9))
    expect(number(pull)).toBeCloseTo(0, 5)
  })

  test('better actions weigh exponentially more, up to the limit', () => {
    const weights = advantageWeights(column(0, 1, -2, 50), { beta: 3, weightLimit: 100 })
    const expected = [1, Math.exp(3), Math.exp(-6), 100]
    weights.dataSync().forEach((weight, i) => {
      expect(weight / expected[i]!).toBeCloseTo(1, 5)
    })
  })

  test('without beta all actions weigh 1: plain cloning', () => {
    expect([...advantageWeights(column(-7, 3), { beta: 0, weightLimit: 100 }).dataSync()]).toEqual([1, 1])
  })

  test('the rate falls along half a cosine and stays at 0', () => {
    const rateAt = (step: number) => number(cosineRate(8, tf.scalar(step), 100))
    expect(rateAt(0)).toBe(8)
    expect(rateAt(25)).toBeCloseTo(4 * (1 + Math.SQRT1_2), 5)
    expect(rateAt(50)).toBeCloseTo(4, 5)
    expect(rateAt(100)).toBeCloseTo(0, 5)
    expect(rateAt(1000)).toBeCloseTo(0, 5)
  })
})
