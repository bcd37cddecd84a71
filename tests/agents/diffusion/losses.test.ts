import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { addNoise, denoisingLoss } from '../../../agents/diffusion/losses.ts'

beforeAll(() => tf.setBackend('cpu'))

describe('the losses of a denoiser', () => {
  test('noise is added so that the variance stays 1, to each row as its step says', () => {
    const noisy = addNoise(tf.tensor2d([[1], [1]]), tf.tensor2d([[2], [2]]), tf.tensor2d([[1], [0.36]]))
    expect([...noisy.dataSync()]).toEqual([1, 0.6 + 0.8 * 2].map((value) => expect.closeTo(value, 6)))
  })

  test('the loss is the mean squared error of the noise', () => {
    const loss = denoisingLoss(tf.tensor2d([[1, 0]]), tf.tensor2d([[0, 3]]))
    expect(loss.dataSync()[0]).toBeCloseTo((1 + 9) / 2, 6)
  })
})
