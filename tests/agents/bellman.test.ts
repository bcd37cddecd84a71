import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bellmanTarget, clippedTarget, criticLoss, follow, smallest } from '../../agents/bellman.ts'

beforeAll(() => tf.setBackend('cpu'))

const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1])
const members = (...values: number[][]) => tf.tensor3d(values.map((member) => member.map((value) => [value])))
const numbers = (tensor: tf.Tensor) => [...tensor.dataSync()]

describe('what value-based learners share', () => {
  test('the target adds what follows, discounted, and nothing behind a terminal state', () => {
    const target = bellmanTarget({
      rewards: column(1, 1),
      continues: column(1, 0),
      nextValues: column(8, 8),
      discount: 0.75,
    })
    expect(numbers(target)).toEqual([1 + 0.75 * 8, 1])
  })

  test('the clipped target takes the smaller critic for each row', () => {
    const target = clippedTarget({
      rewards: column(1, 2, 3),
      continues: column(1, 1, 0),
      nextValues: members([3, 10, 5], [5, 4, 5]),
      discount: 0.5,
    })
    expect(numbers(target)).toEqual([1 + 0.5 * 3, 2 + 0.5 * 4, 3])
  })

  test('the critic loss sums over critics and averages over the batch', () => {
    const loss = criticLoss(members([1, 2], [0, 0]), column(0, 1))
    expect(numbers(loss)[0]).toBeCloseTo((1 + 1) / 2 + (0 + 1) / 2, 6)
  })

  test('the smaller of the critics is taken for each row', () => {
    expect(numbers(smallest(members([1, 5], [2, -3])))).toEqual([1, -3])
  })

  test('a target moves by its share towards the present', () => {
    const [moved] = numbers(follow(tf.tensor1d([2]), tf.tensor1d([10]), 0.25))
    expect(moved).toBe(4)
  })
})
