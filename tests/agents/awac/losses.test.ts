import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { batchWeights, policyTarget } from '../../../agents/awac/losses.ts'

beforeAll(() => tf.setBackend('cpu'))

const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1])
const members = (...values: number[][]) => tf.tensor3d(values.map((member) => member.map((value) => [value])))

describe('AWAC losses', () => {
  test("the target takes the smaller critic at the policy's action and ends where nothing follows", () => {
    const target = policyTarget({
      rewards: column(1, 2),
      continues: column(1, 0),
      nextValues: members([6, 9], [4, 9]),
      discount: 0.5,
    })
    expect([...target.dataSync()]).toEqual([3, 2])
  })

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
