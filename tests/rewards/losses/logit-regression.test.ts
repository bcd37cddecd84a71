import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { logitRegressionLoss } from '../../../rewards/losses/logit-regression.ts'

beforeAll(() => tf.setBackend('cpu'))

function lossOf(d: number, y: number, flipRate = 0.05): number {
  return tf.tidy(() => logitRegressionLoss(tf.tensor1d([d]), tf.tensor1d([y]), flipRate).dataSync()[0]!)
}

test('is what was worked out by hand', () => {
  // ln 3 = 1.098612 is the log-odds of 0.75; ln 19 = 2.944439 that of 0.95, to which certainty is cut.
  expect(lossOf(1.098612, 0.75)).toBeCloseTo(0, 10)
  expect(lossOf(0, 0.75)).toBeCloseTo(0.603474, 5)
  expect(lossOf(0, 1)).toBeCloseTo(4.334861, 4)
  expect(lossOf(-2.944439, 0)).toBeCloseTo(0, 8)
})

test('wants no difference of a tie', () => {
  expect(lossOf(0, 0.5)).toBeCloseTo(0, 10)
  expect(lossOf(2, 0.5)).toBeCloseTo(2, 5)
})

test('pulls returns back that have parted too far', () => {
  const slope = tf.tidy(() => {
    const y = tf.tensor1d([1, 1])
    return [
      ...tf
        .grad((d) => tf.sum(logitRegressionLoss(d, y, 0.05)))(tf.tensor1d([5, 0]))
        .dataSync(),
    ]
  })
  expect(slope[0]).toBeCloseTo(5 - 2.944439, 4)
  expect(slope[1]).toBeCloseTo(-2.944439, 4)
})
