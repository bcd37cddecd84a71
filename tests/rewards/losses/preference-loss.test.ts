import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { type PreferenceLossName, preferenceLosses } from '../../../rewards/losses/loss-names.ts'
import { preferenceLoss } from '../../../rewards/losses/preference-loss.ts'

beforeAll(() => tf.setBackend('cpu'))

function lossOf(name: PreferenceLossName | undefined): number {
  const loss = name && { name, flipRate: 0.1 }
  return tf.tidy(() => preferenceLoss(tf.tensor1d([2]), tf.tensor1d([1]), loss).dataSync()[0]!)
}

test('each name is a loss of its own; without one it is that of Bradley and Terry', () => {
  expect(lossOf(undefined)).toBeCloseTo(0.126928, 5)
  expect(lossOf('bradley-terry')).toBeCloseTo(0.126928, 5)
  expect(lossOf('rdpo')).toBeCloseTo(-0.123072, 5)
  // (2 - ln 9)^2 / 2
  expect(lossOf('irepo')).toBeCloseTo(0.019455, 4)
})

test('all pull towards the answer, and a tie towards no difference', () => {
  for (const name of preferenceLosses) {
    const slopes = tf.tidy(() => {
      const y = tf.tensor1d([1, 0, 0.5, 0.5])
      const loss = (d: tf.Tensor) => tf.sum(preferenceLoss(d, y, { name, flipRate: 0.1 }))
      return [
        ...tf
          .grad(loss)(tf.tensor1d([0, 0, 1, -1]))
          .dataSync(),
      ]
    })
    expect(slopes.map(Math.sign)).toEqual([-1, 1, 1, -1])
  }
})
