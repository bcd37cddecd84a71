import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import {
  logSlopeOfTanh,
  modeOfSquashed,
  sampleSquashed,
  squashedGaussian,
} from '../../../agents/tensor/squashed-gaussian.ts'

describe('the squashed Gaussian', () => {
  test('splits a network output into mean and limited log deviation', () => {
    tf.tidy(() => {
      const { mean, logDeviation } = squashedGaussian(tf.tensor2d([[1, 2, -9, 9]]))
      expect(mean.arraySync()).toEqual([[1, 2]])
      expect(logDeviation.arraySync()).toEqual([[-5, 2]])
    })
  })

  test('squashes mean + deviation * noise', () => {
    tf.tidy(() => {
      const distribution = { mean: tf.tensor2d([[0.5]]), logDeviation: tf.tensor2d([[Math.log(2)]]) }
      const { action } = sampleSquashed(distribution, tf.tensor2d([[0.25]]))
      expect(action.dataSync()[0]).toBeCloseTo(Math.tanh(1), 6)
      expect(modeOfSquashed(distribution).dataSync()[0]).toBeCloseTo(Math.tanh(0.5), 6)
    })
  })

  test('has a density that sums to one over its actions', () => {
    tf.tidy(() => {
      const [mean, logDeviation] = [0.3, -0.4]
      const cells = 4000
      const actions = Array.from({ length: cells }, (_, i) => (2 * (i + 0.5)) / cells - 1)
      const noise = actions.map((a) => (Math.atanh(a) - mean) / Math.exp(logDeviation))
      const column = (value: number) => tf.fill([cells, 1], value)
      const distribution = { mean: column(mean), logDeviation: column(logDeviation) }
      const { logProbability } = sampleSquashed(distribution, tf.tensor2d(noise, [cells, 1]))
      const total = logProbability.dataSync<'float32'>().reduce((sum, x) => sum + Math.exp(x), 0) * (2 / cells)
      expect(total).toBeCloseTo(1, 2)
    })
  })

  test('sums the log probability over the action', () => {
    tf.tidy(() => {
      const two = { mean: tf.tensor2d([[0.1, -0.7]]), logDeviation: tf.tensor2d([[-1, 0.2]]) }
      const { logProbability } = sampleSquashed(two, tf.tensor2d([[0.5, -1.5]]))
      const parts = [0, 1].map((i) => {
        const pick = (x: tf.Tensor) => tf.slice(x, [0, i], [1, 1])
        const noise = tf.tensor2d([[[0.5, -1.5][i]!]])
        return sampleSquashed({ mean: pick(two.mean), logDeviation: pick(two.logDeviation) }, noise).logProbability
      })
      expect(logProbability.shape).toEqual([1, 1])
      expect(logProbability.dataSync()[0]).toBeCloseTo(parts[0]!.dataSync()[0]! + parts[1]!.dataSync()[0]!, 5)
    })
  })

  test('does not cancel where tanh is flat', () => {
    tf.tidy(() => {
      const u = [-40, -12, -1, 0, 0.5, 12, 40]
      const found = logSlopeOfTanh(tf.tensor1d(u)).dataSync()
      u.forEach((x, i) => {
        // 1 - tanh^2 = 4 / (e^x + e^-x)^2, in double precision.
        const expected = Math.log(4) - 2 * (Math.abs(x) + Math.log1p(Math.exp(-2 * Math.abs(x))))
        expect(found[i]).toBeCloseTo(expected, 4)
      })
    })
  })

  test('has the derivative -2 tanh(u)', () => {
    tf.tidy(() => {
      const u = [-30, -0.7, 0, 0.2, 5]
      const slope = tf
        .grad((x: tf.Tensor) => tf.sum(logSlopeOfTanh(x)))(tf.tensor1d(u))
        .dataSync()
      u.forEach((x, i) => {
        expect(slope[i]).toBeCloseTo(-2 * Math.tanh(x), 5)
      })
    })
  })
})
