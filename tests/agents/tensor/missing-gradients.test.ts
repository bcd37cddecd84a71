import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { registerMissingGradients } from '../../../agents/tensor/missing-gradients.ts'

registerMissingGradients()

const slopeOf = (f: (x: tf.Tensor) => tf.Tensor, at: readonly number[]) =>
  tf.tidy(() =>
    Array.from(
      tf
        .grad((x: tf.Tensor) => tf.sum(f(x)))(tf.tensor1d([...at]))
        .dataSync(),
    ),
  )

describe('gradients that TensorFlow.js lacks', () => {
  test('go through a choice into what was chosen, and not through the comparison', () => {
    const huber = (x: tf.Tensor) => tf.where(tf.less(tf.abs(x), 1), tf.mul(tf.square(x), 0.5), tf.abs(x))
    expect(slopeOf(huber, [-3, -0.5, 0.25, 2])).toEqual([-1, -0.5, 0.25, 1])
    const expectile = (x: tf.Tensor) =>
      tf.mul(tf.square(x), tf.where(tf.greater(x, 0), tf.scalar(0.75), tf.scalar(0.25)))
    expect(slopeOf(expectile, [-1, 2])).toEqual([-0.5, 3])
  })

  test('are 0 where only a comparison depends on the parameters', () => {
    const share = (x: tf.Tensor) => tf.cast(tf.logicalNot(tf.equal(x, 1)), 'float32')
    expect(slopeOf(share, [0, 1, 2])).toEqual([0, 0, 0])
  })

  test('go to the largest, in the order in which they were found', () => {
    const weighted = (x: tf.Tensor) => tf.mul(tf.topk(x, 2).values, tf.tensor1d([10, 1]))
    expect(slopeOf(weighted, [3, 9, 4, -1])).toEqual([0, 10, 1, 0])
  })

  test('are told where a letter of einsum is summed alone', () => {
    tf.tidy(() => {
      const f = (x: tf.Tensor) => tf.sum(tf.einsum('ij,k->i', x, tf.tensor1d([1, 2])))
      expect(() => tf.grad(f)(tf.ones([2, 3]))).toThrow("einsum 'ij,k->i' has no gradient: 'j' is summed alone")
    })
  })

  test('leave those that TensorFlow.js has as they are', () => {
    const before = tf.getGradient('Relu')
    registerMissingGradients()
    expect(tf.getGradient('Relu')).toBe(before)
    expect(tf.getGradient('Greater').gradFunc).toBeTypeOf('function')
  })
})
