import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { entropyOf, logProbabilityOf, sampleGaussian } from '../../../agents/tensor/gaussian.ts'

/** Natural logarithm of the normal density, by its formula. */
function logDensity(x: number, mean: number, deviation: number): number {
  return -0.5 * ((x - mean) / deviation) ** 2 - Math.log(deviation * Math.sqrt(2 * Math.PI))
}

describe('the Gaussian with a state-free deviation', () => {
  const make = () => ({
    mean: tf.tensor2d([
      [1, 2],
      [0, -1],
    ]),
    logDeviation: tf.tensor1d([Math.log(0.5), Math.log(3)]),
  })

  test('samples mean + deviation * noise', () => {
    tf.tidy(() => {
      const found = sampleGaussian(
        make(),
        tf.tensor2d([
          [2, 0],
          [0, 1],
        ]),
      ).dataSync()
      expect(Array.from(found)).toEqual([2, 2, 0, 2])
    })
  })

  test('has the log density of the normal distribution, summed over the action', () => {
    tf.tidy(() => {
      const x = [
        [1.5, -4],
        [0.2, 0.3],
      ]
      const found = logProbabilityOf(make(), tf.tensor2d(x))
      const means = [
        [1, 2],
        [0, -1],
      ]
      expect(found.shape).toEqual([2, 1])
      found.dataSync().forEach((value, row) => {
        const expected = [0.5, 3].reduce(
          (sum, deviation, i) => sum + logDensity(x[row]![i]!, means[row]![i]!, deviation),
          0,
        )
        expect(value).toBeCloseTo(expected, 4)
      })
    })
  })

  test('has the entropy of the normal distribution', () => {
    tf.tidy(() => {
      const expected = [0.5, 3].reduce((sum, d) => sum + 0.5 * Math.log(2 * Math.PI * Math.E * d * d), 0)
      expect(entropyOf(make()).dataSync()[0]).toBeCloseTo(expected, 5)
    })
  })
})
