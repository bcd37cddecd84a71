import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { pseudoLabelLoss, sure } from '../../../rewards/augment/pseudo-labels.ts'

test('is sure from the log-odds of the threshold on, on either side: ln 99 = 4.595 at 0.99', () => {
  const odds = tf.tensor1d([-4.6, -4.59, 0, 4.59, 4.6])
  expect([...sure(odds, 0.99).dataSync()]).toEqual([1, 0, 0, 0, 1])
})

test('is the cross-entropy of the crops under what the model believes of the whole, and 0 where it is unsure', () => {
  const loss = pseudoLabelLoss(tf.tensor1d([5, -5, 1, 5]), tf.tensor1d([2, -2, 2, -1]), 0.99)
  // ln(1 + e^-2) for crops that agree, ln(1 + e^1) for one that does not.
  const expected = [0.126928, 0.126928, 0, 1.313262]
  loss.dataSync().forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 5)
  })
})
