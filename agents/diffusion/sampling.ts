// From noise to actions, without drawing any noise on the way.

import * as tf from '@tensorflow/tfjs'

/** Tells the noise in what it is given at a step of the schedule. */
export type Denoiser = (noisy: tf.Tensor, step: number) => tf.Tensor

export interface SamplingOptions {
  readonly denoiser: Denoiser
  /** abar of every step of the schedule. */
  readonly kept: Float64Array
  /** Those that are gone back through, the noisiest first. */
  readonly steps: readonly number[]
}

/**
 * At each step from the noisiest:
 *
 *   x_0 = clip( (x_t - sqrt(1 - abar_t) e) / sqrt(abar_t), -1, 1 ),   e the noise that the denoiser tells in x_t
 *   x_s = sqrt(abar_s) x_0 + sqrt(1 - abar_s) e,   s the next step, abar = 1 after the last
 *
 * @param noise standard normal, [batch, chunk]
 * @returns [batch, chunk], in [-1, 1]
 * @source Song, Meng and Ermon 2021, eq. 12 with eta = 0; clipped as in Chi et al. 2023
 */
export function sampleByDdim(noise: tf.Tensor, { denoiser, kept, steps }: SamplingOptions): tf.Tensor {
  let x = noise
  steps.forEach((step, i) => {
    const now = kept[step]!
    const next = i + 1 < steps.length ? kept[steps[i + 1]!]! : 1
    const told = denoiser(x, step)
    const clean = tf.mul(tf.sub(x, tf.mul(told, Math.sqrt(1 - now))), 1 / Math.sqrt(now))
    x = tf.add(tf.mul(tf.clipByValue(clean, -1, 1), Math.sqrt(next)), tf.mul(told, Math.sqrt(1 - next)))
  })
  return x
}
