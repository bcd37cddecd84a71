import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { lossAndGradient } from '../../../agents/tensor/gradient.ts'

describe('loss, gradient and report', () => {
  test('come from one pass', () => {
    tf.tidy(() => {
      const { loss, gradient, report } = lossAndGradient(tf.tensor1d([1, 2, 3]), (x) => {
        const squares = tf.square(x)
        return { loss: tf.sum(squares), report: { squares, mean: tf.mean(x) } }
      })
      expect(loss.arraySync()).toBe(14)
      expect(gradient.arraySync()).toEqual([2, 4, 6])
      expect(report.squares!.arraySync()).toEqual([1, 4, 9])
      expect(report.mean!.arraySync()).toBe(2)
    })
  })

  test('treat what was computed before as constant', () => {
    tf.tidy(() => {
      const x = tf.tensor1d([1, 2])
      const frozen = tf.square(x)
      const { gradient } = lossAndGradient(x, (given) => ({ loss: tf.sum(tf.mul(given, frozen)), report: {} }))
      expect(gradient.arraySync()).toEqual([1, 4])
    })
  })

  test('belong to the scope of the caller', () => {
    const before = tf.memory().numTensors
    tf.tidy(() => {
      lossAndGradient(tf.tensor1d([1]), (x) => ({ loss: tf.sum(x), report: { x, twice: tf.mul(x, 2) } }))
    })
    expect(tf.memory().numTensors).toBe(before)
  })
})
