import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { smoothLabel, unsmoothLabel } from '../../../rewards/losses/bradley-terry.ts'
import { unbiasedLoss } from '../../../rewards/losses/unbiased.ts'

beforeAll(() => tf.setBackend('cpu'))

const softplus = (x: number) => Math.log1p(Math.exp(x))

function lossOf(d: number, y: number, flipRate: number): number {
  return tf.tidy(() => unbiasedLoss(tf.tensor1d([d]), tf.tensor1d([y]), flipRate).dataSync()[0]!)
}

describe('unbiasedLoss', () => {
  test('is what was worked out by hand: d = 2, y = 1, e = 0.1', () => {
    // (0.9 ln(1 + e^-2) - 0.1 ln(1 + e^2)) / 0.8 = (0.9 * 0.126928 - 0.1 * 2.126928) / 0.8
    expect(lossOf(2, 1, 0.1)).toBeCloseTo(-0.123072, 5)
    // Of the other answer: (0.9 * 2.126928 - 0.1 * 0.126928) / 0.8
    expect(lossOf(2, 0, 0.1)).toBeCloseTo(2.376928, 5)
  })

  test('has the mean over wrong and right answers that right ones alone have', () => {
    const d = fc.double({ min: -5.9, max: 5.9, noNaN: true })
    fc.assert(
      fc.property(d, fc.constantFrom(0, 1, 0.5), fc.constantFrom(0.05, 0.2, 0.4), (logOdds, y, e) => {
        const mean = (1 - e) * lossOf(logOdds, y, e) + e * lossOf(logOdds, 1 - y, e)
        expect(mean).toBeCloseTo(y * softplus(-logOdds) + (1 - y) * softplus(logOdds), 4)
      }),
    )
  })

  test('has no slope beyond 6, where it would fall for ever, and pulls at every answer before', () => {
    const slope = tf.tidy(() => {
      const y = tf.tensor1d([1, 1, 0])
      return [
        ...tf
          .grad((d) => tf.sum(unbiasedLoss(d, y, 0.2)))(tf.tensor1d([7, 1, 1]))
          .dataSync(),
      ]
    })
    const sigmoid = 1 / (1 + Math.exp(-1))
    expect(slope[0]).toBe(0)
    expect(slope[1]).toBeCloseTo(sigmoid - 0.8 / 0.6, 5)
    expect(slope[2]).toBeCloseTo(sigmoid + 0.2 / 0.6, 5)
  })
})

test('unsmoothing turns a smoothed label back', () => {
  for (const y of [0, 0.5, 1, 0.3]) {
    const back = tf.tidy(() => unsmoothLabel(tf.tensor1d([smoothLabel(y, 0.15)]), 0.15).dataSync()[0]!)
    expect(back).toBeCloseTo(y, 6)
  }
})
