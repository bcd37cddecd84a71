import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { layerNorm } from '../../../agents/tensor/layer-norm.ts'
import { fillNormal, seededRandom } from '../../support/programs/program-case.ts'

/** By its formula, with the gradient that TensorFlow.js finds on its own. */
function plain(x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const centred = tf.sub(x, tf.mean(x, -1, true))
  const variance = tf.mean(tf.square(centred), -1, true)
  return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), scale), shift)
}

const own = (x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor) => layerNorm(x, { scale, shift })

function normal(shape: number[], seed: number, offset = 0): tf.Tensor {
  const values = new Float32Array(shape.reduce((product, size) => product * size, 1))
  fillNormal(values, seededRandom(seed))
  return tf.add(tf.tensor(values, shape), offset)
}

function expectClose(found: tf.Tensor, expected: tf.Tensor, tolerance = 1e-4) {
  expect(found.shape).toEqual(expected.shape)
  const scale = Math.max(1, tf.max(tf.abs(expected)).dataSync()[0]!)
  expect(tf.max(tf.abs(tf.sub(found, expected))).dataSync()[0]! / scale).toBeLessThan(tolerance)
}

describe('layer normalisation', () => {
  test('gives rows of mean 0 and deviation 1 where scale is 1 and shift 0', () => {
    tf.tidy(() => {
      const { mean, variance } = tf.moments(own(normal([6, 16], 1, 3), tf.ones([16]), tf.zeros([16])), 1)
      expectClose(mean, tf.zeros([6]))
      expectClose(variance, tf.ones([6]), 1e-3)
    })
  })

  test('is what its formula says', () => {
    tf.tidy(() => {
      const operands = [normal([6, 16], 1), normal([16], 2), normal([16], 3)] as const
      expectClose(own(...operands), plain(...operands))
    })
  })

  test.each([0, 20])('has the gradients that its formula has, rows around %s', (offset) => {
    tf.tidy(() => {
      const operands = [normal([6, 16], 1, offset), normal([16], 2), normal([16], 3)]
      const weights = normal([6, 16], 4)
      const slopes = (norm: typeof own) =>
        tf.grads((...given: tf.Tensor[]) => tf.sum(tf.mul(norm(given[0]!, given[1]!, given[2]!), weights)))(operands)
      const expected = slopes(plain)
      for (const [i, slope] of slopes(own).entries()) expectClose(slope, expected[i]!, 1e-3)
    })
  })

  test('keeps a row without spread finite', () => {
    tf.tidy(() => {
      const flat = tf.ones([2, 8])
      expectClose(own(flat, tf.ones([8]), tf.zeros([8])), tf.zeros([2, 8]))
      const slope = tf.grad((x: tf.Tensor) => tf.sum(tf.square(own(x, tf.ones([8]), tf.ones([8])))))(flat)
      expect(Array.from(slope.dataSync()).every(Number.isFinite)).toBe(true)
    })
  })
})
