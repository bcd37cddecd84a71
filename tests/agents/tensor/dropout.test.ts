import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { dropoutFactors } from '../../../agents/tensor/dropout.ts'

beforeAll(() => tf.setBackend('cpu'))

test('drops the units below the rate and scales the others up, so that their mean stays 1', () => {
  expect([...dropoutFactors(tf.tensor1d([0, 0.24, 0.25, 0.9]), 0.25).dataSync()].map((x) => +x.toFixed(6))).toEqual([
    0, 0, 1.333333, 1.333333,
  ])
  const uniform = tf.tensor1d(Array.from({ length: 1000 }, (_, i) => i / 1000))
  expect(tf.mean(dropoutFactors(uniform, 0.4)).dataSync()[0]).toBeCloseTo(1, 5)
})
