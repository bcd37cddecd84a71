import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { batchWeights } from '../../../agents/awac/losses.ts'

beforeAll(() => tf.setBackend('cpu'))

const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1])

describe('AWAC losses', () => {
  test('weights are exp(A / lambda), shared out so that their mean is 1', () => {
    const weights = batchWeights(column(Math.log(4), 0, Math.log(9)), 0.5)
    const expected = [16, 1, 81].map((weight) => (3 * weight) / 98)
    weights.dataSync().forEach((weight, i) => {
      expect(weight).toBeCloseTo(expected[i]!, 5)
    })
    expect(weights.shape).toEqual([3, 1])
  })

  test('advantages of any size keep finite weights', () => {
    expect([...batchWeights(column(1e6, -1e6), 0.1).dataSync()]).toEqual([2, 0])
  })
})
