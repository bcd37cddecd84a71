import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { cosineSchedule, samplingSteps } from '../../../agents/diffusion/noise-schedule.ts'
import { sampleByDdim } from '../../../agents/diffusion/sampling.ts'

beforeAll(() => tf.setBackend('cpu'))

const kept = cosineSchedule(100)
const steps = samplingSteps(100, 10)
const noise = tf.tensor2d([
  [-1.5, -0.2],
  [0.4, 2],
])

/** Knows the actions that the noise was added to. */
const knowing = (clean: tf.Tensor) => (noisy: tf.Tensor, step: number) =>
  tf.div(tf.sub(noisy, tf.mul(clean, Math.sqrt(kept[step]!))), Math.sqrt(1 - kept[step]!))

describe('sampling', () => {
  test('arrives at the actions that a perfect denoiser knows, from any noise', () => {
    const clean = tf.tensor2d([
      [0.3, -0.9],
      [0, 1],
    ])
    const found = sampleByDdim(noise, { denoiser: knowing(clean), kept, steps }).dataSync()
    clean.dataSync().forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 5)
    })
  })

  test('asks the denoiser about each step once, the noisiest first', () => {
    const asked: number[] = []
    const denoiser = (noisy: tf.Tensor, step: number) => {
      asked.push(step)
      return noisy
    }
    sampleByDdim(noise, { denoiser, kept, steps })
    expect(asked).toEqual(steps)
  })

  test('goes one step back as the formula says', () => {
    const two = Float64Array.of(0.64, 0.36)
    const denoiser = (noisy: tf.Tensor) => tf.onesLike(noisy)
    const [found] = sampleByDdim(tf.tensor2d([[1]]), { denoiser, kept: two, steps: [1, 0] }).dataSync()
    const clean = (1 - 0.8) / 0.6
    const next = 0.8 * clean + 0.6
    expect(found).toBeCloseTo((next - 0.6) / 0.8, 6)
  })

  test('never leaves [-1, 1]', () => {
    const denoiser = (noisy: tf.Tensor) => tf.mul(noisy, -30)
    const found = sampleByDdim(noise, { denoiser, kept, steps }).dataSync()
    for (const value of found) expect(Math.abs(value)).toBeLessThanOrEqual(1)
  })
})
