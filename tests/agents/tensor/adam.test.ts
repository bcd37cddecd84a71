import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { type AdamOptions, adam, clipByNorm } from '../../../agents/tensor/adam.ts'

const gradients = [
  [1, -2, 0.5],
  [0.1, 3, -0.5],
  [-4, 0, 0.25],
]

/** Algorithm 1 of Kingma and Ba, number by number. */
function published(rate: number, { b1 = 0.9, b2 = 0.999, epsilon = 1e-8 } = {}): number[] {
  const [p, m, v] = [
    [1, 2, 3],
    [0, 0, 0],
    [0, 0, 0],
  ]
  gradients.forEach((gradient, t) => {
    gradient.forEach((g, i) => {
      m[i] = b1 * m[i]! + (1 - b1) * g
      v[i] = b2 * v[i]! + (1 - b2) * g * g
      p[i]! -= (rate * (m[i]! / (1 - b1 ** (t + 1)))) / (Math.sqrt(v[i]! / (1 - b2 ** (t + 1))) + epsilon)
    })
  })
  return p
}

function run(options: AdamOptions) {
  return tf.tidy(() => {
    let state = {
      parameters: tf.tensor1d([1, 2, 3]) as tf.Tensor,
      first: tf.zeros([3]),
      second: tf.zeros([3]),
      step: tf.scalar(0) as tf.Tensor,
    }
    for (const gradient of gradients) state = adam(state, tf.tensor1d(gradient), options)
    return { parameters: Array.from(state.parameters.dataSync()), step: state.step.dataSync()[0] }
  })
}

function expectClose(found: readonly number[], expected: readonly number[]) {
  expected.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 5)
  })
}

describe('Adam', () => {
  test('moves as the published algorithm does', () => {
    const { parameters, step } = run({ learningRate: 0.1 })
    expectClose(parameters, published(0.1))
    expect(step).toBe(3)
  })

  test('takes other decays and a large epsilon', () => {
    const found = run({ learningRate: 0.1, decayFirst: 0.5, decaySecond: 0.9, epsilon: 0.3 })
    expectClose(found.parameters, published(0.1, { b1: 0.5, b2: 0.9, epsilon: 0.3 }))
  })

  test('takes a rate for each entry', () => {
    const { parameters } = run({ learningRate: tf.tensor1d([0.1, 0, 0.2]) })
    expectClose(parameters, [published(0.1)[0]!, 2, published(0.2)[2]!])
  })

  test('clips long gradients to a norm and leaves short ones alone', () => {
    tf.tidy(() => {
      expectClose(Array.from(clipByNorm(tf.tensor1d([3, 4]), 1).dataSync()), [0.6, 0.8])
      expectClose(Array.from(clipByNorm(tf.tensor1d([0.3, 0.4]), 1).dataSync()), [0.3, 0.4])
      expectClose(Array.from(clipByNorm(tf.zeros([2]), 1).dataSync()), [0, 0])
    })
    // A gradient whose length changes changes the direction of Adam's mean: clipped and plain differ.
    expect(run({ learningRate: 0.1, clipNorm: 0.5 }).parameters).not.toEqual(run({ learningRate: 0.1 }).parameters)
  })
})
