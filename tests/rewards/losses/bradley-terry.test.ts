import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  bradleyTerryLoss,
  preferenceCrossEntropy,
  returnDifference,
  smoothLabel,
} from '../../../rewards/losses/bradley-terry.ts'

beforeAll(() => tf.setBackend('cpu'))

function lossOf(first: number[][], second: number[][], y: number[]): number[] {
  return tf.tidy(() => [...bradleyTerryLoss(tf.tensor2d(first), tf.tensor2d(second), tf.tensor1d(y)).dataSync()])
}

const step = fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10)
const rewards = fc.array(step, { minLength: 4, maxLength: 4 })
const label = fc.constantFrom(0, 0.5, 1, 0.3)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('bradleyTerryLoss', () => {
  test('is the cross-entropy of the logistic model of the difference of returns', () => {
    fc.assert(
      fc.property(rewards, rewards, label, (a, b, y) => {
        const p = 1 / (1 + Math.exp(sum(b) - sum(a)))
        expect(lossOf([a], [b], [y])[0]).toBeCloseTo(-(y * Math.log(p) + (1 - y) * Math.log(1 - p)), 4)
      }),
    )
  })

  test('is the same when the segments and the label are swapped', () => {
    fc.assert(
      fc.property(rewards, rewards, label, (a, b, y) => {
        expect(lossOf([a], [b], [y])[0]).toBeCloseTo(lossOf([b], [a], [1 - y])[0]!, 5)
      }),
    )
  })

  test('is ln 2 where nothing is known', () => {
    expect(lossOf([[0, 0]], [[0, 0]], [1])[0]).toBeCloseTo(Math.LN2, 6)
  })

  test('falls when the preferred segment gains, so the direction of labels is right', () => {
    expect(lossOf([[1, 1]], [[0, 0]], [1])[0]).toBeLessThan(Math.LN2)
    expect(lossOf([[1, 1]], [[0, 0]], [0])[0]).toBeGreaterThan(Math.LN2)
  })

  test('stays finite for returns of any size', () => {
    expect(lossOf([[1e4], [-1e4]], [[-1e4], [1e4]], [1, 1])).toEqual([0, 2e4])
  })

  test('keeps the members of an ensemble apart', () => {
    const [first, second] = [[[1, 1]], [[0, 0]]]
    const losses = tf.tidy(() =>
      bradleyTerryLoss(tf.tensor3d([first, second]), tf.tensor3d([second, first]), tf.tensor1d([1])).arraySync(),
    ) as number[][]
    expect(losses.map(([loss]) => loss)).toEqual([
      expect.closeTo(lossOf(first, second, [1])[0]!, 6),
      expect.closeTo(lossOf(second, first, [1])[0]!, 6),
    ])
  })

  test('has the gradient sigmoid(d) - y in the log-odds', () => {
    const odds = tf.tensor1d([-3, 0, 0.5])
    const labels = tf.tensor1d([1, 0.5, 0])
    const gradient = tf.tidy(() =>
      tf
        .grad((d) => tf.sum(preferenceCrossEntropy(d, labels)))(odds)
        .dataSync(),
    )
    for (const [i, [d, y]] of [
      [-3, 1],
      [0, 0.5],
      [0.5, 0],
    ].entries()) {
      expect(gradient[i]).toBeCloseTo(1 / (1 + Math.exp(-d!)) - y!, 5)
    }
    tf.dispose([odds, labels])
  })
})

test('returnDifference sums over time', () => {
  const found = tf.tidy(() => returnDifference(tf.tensor2d([[1, 2]]), tf.tensor2d([[0.5, 0.5]])).dataSync())
  expect([...found]).toEqual([2])
})

test('smoothing pulls labels towards a half by its size, and leaves a tie alone', () => {
  expect(smoothLabel(1, 0.05)).toBeCloseTo(0.95, 12)
  expect(smoothLabel(0, 0.05)).toBeCloseTo(0.05, 12)
  expect(smoothLabel(0.5, 0.05)).toBeCloseTo(0.5, 12)
  expect(smoothLabel(1, 0)).toBe(1)
})
