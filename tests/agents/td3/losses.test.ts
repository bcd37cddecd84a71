import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { actorLoss, smoothedActions } from '../../../agents/td3/losses.ts'

beforeAll(() => tf.setBackend('cpu'))

const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1])

describe('TD3 losses', () => {
  test('the noise on target actions is scaled, cut off, and never leaves the range of actions', () => {
    const actions = smoothedActions({
      actions: tf.tensor2d([[0, 0, 0.9, -0.9]]),
      noise: tf.tensor2d([[1, -5, 2, -2]]),
      deviation: 0.2,
      limit: 0.5,
    })
    const expected = [0.2, -0.5, 1, -1]
    actions.dataSync().forEach((action, i) => {
      expect(action).toBeCloseTo(expected[i]!, 6)
    })
  })

  test('the actor loss falls as the value of its actions rises', () => {
    expect(actorLoss(column(1, 4)).dataSync()[0]).toBe(-2.5)
  })
})
