import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { gelu } from '../../../agents/tensor/gelu.ts'

const points = [-6, -2, -0.75, -0.1, 0, 0.3, 1, 4]

describe('the Gaussian error linear unit', () => {
  test('takes the values that were published for it', () => {
    // x * Phi(x) from tables of the normal distribution.
    const table = [
      [-2, -0.0455],
      [-1, -0.158655],
      [0, 0],
      [1, 0.841345],
      [2, 1.9545],
    ] as const
    tf.tidy(() => {
      const found = gelu(tf.tensor1d(table.map(([x]) => x))).dataSync()
      table.forEach(([, value], i) => {
        expect(found[i]).toBeCloseTo(value, 4)
      })
    })
  })

  test('has the gradient that its formula has', () => {
    tf.tidy(() => {
      const plain = (x: tf.Tensor) => tf.mul(x, tf.mul(0.5, tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2)))))
      const slopeOf = (f: (x: tf.Tensor) => tf.Tensor) =>
        tf
          .grad((x: tf.Tensor) => tf.sum(f(x)))(tf.tensor1d(points))
          .dataSync()
      const expected = slopeOf(plain)
      slopeOf(gelu).forEach((slope, i) => {
        expect(slope).toBeCloseTo(expected[i]!, 5)
      })
    })
  })
})
