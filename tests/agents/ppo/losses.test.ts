import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { clippedPolicyLoss, clippedShare, divergence, valueLoss } from '../../../agents/ppo/losses.ts'

beforeAll(() => tf.setBackend('cpu'))

const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1])
const number = (tensor: tf.Tensor) => tensor.dataSync()[0]!
const logs = (...ratios: number[]) => column(...ratios.map(Math.log))
/** The slope of the policy loss in the log ratio of each row. */
const slopes = (logRatio: tf.Tensor, advantages: tf.Tensor) => [
  ...tf
    .grad((x: tf.Tensor) => clippedPolicyLoss(x, advantages, 0.2))(logRatio)
    .dataSync(),
]

describe('the clipped policy loss', () => {
  test('takes the worse of the ratio and the clipped ratio', () => {
    // Good and gone too far: 1.2. Bad and made likelier: 1.5. Good and made rarer: 0.5. Bad and gone too far: 0.8.
    const loss = clippedPolicyLoss(logs(1.5, 1.5, 0.5, 0.5), column(1, -1, 2, -2), 0.2)
    expect(number(loss)).toBeCloseTo(-(1.2 - 1.5 + 2 * 0.5 - 2 * 0.8) / 4, 6)
  })

  test('makes good actions likelier and bad ones rarer', () => {
    const [good, bad] = slopes(logs(1, 1), column(1, -1))
    expect(good).toBeCloseTo(-1 / 2, 6)
    expect(bad).toBeCloseTo(1 / 2, 6)
  })

  test('moves nothing further than the clip, but always back', () => {
    const [gone, wrong] = slopes(logs(1.5, 1.5), column(1, -1))
    expect(gone).toBeCloseTo(0, 6)
    expect(wrong).toBeCloseTo(1.5 / 2, 6)
  })
})

describe('what is told about an update', () => {
  test('the value loss is the mean squared error', () => {
    expect(number(valueLoss(column(1, 2), column(0, 4)))).toBeCloseTo((1 + 4) / 2, 6)
  })

  test('the divergence is 0 for the same policy and r - 1 - log r otherwise', () => {
    expect(number(divergence(column(0, 0)))).toBe(0)
    expect(number(divergence(logs(2, 0.5)))).toBeCloseTo((2 - 1 - Math.log(2) + 0.5 - 1 + Math.log(2)) / 2, 6)
  })

  test('the clipped share counts ratios outside of the clip on both sides', () => {
    expect(number(clippedShare(logs(1, 1.1, 1.3, 0.7), 0.2))).toBe(0.5)
  })
})
