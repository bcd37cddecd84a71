// The preference loss of rewards that are uncertain: Gaussians, of which returns are drawn.

import * as tf from '@tensorflow/tfjs'
import { preferenceCrossEntropy } from './bradley-terry.ts'

/** R1 - R2 of each pair as a Gaussian, [..., batch]. */
export interface ReturnDifference {
  readonly mean: tf.Tensor
  readonly deviation: tf.Tensor
}

export interface GaussianSteps {
  /** Of the rewards of steps, [..., batch, 2, time]: first segment, then second. */
  readonly mean: tf.Tensor
  readonly deviation: tf.Tensor
  /** How much each step counts, in the same shape; all 1 when absent. */
  readonly weights?: tf.Tensor | undefined
}

/**
 * Steps are drawn independently, so that a difference of sums is a Gaussian too:
 *
 *   r_t = m_t + s_t e_t,   R1 - R2 ~ N( sum of +-w_t m_t, sum of w_t^2 s_t^2 )
 *
 * Drawing it once for each pair instead of each step has the same distribution, needs a hundredth of the noise, and gives
 * gradients that vary less.
 *
 * @source Kingma, Salimans and Welling 2015 (local reparameterisation)
 */
export function gaussianReturnDifference({ mean, deviation, weights }: GaussianSteps): ReturnDifference {
  const [m, s] = weights ? [tf.mul(mean, weights), tf.mul(deviation, weights)] : [mean, deviation]
  const [first, second] = tf.unstack(tf.sum(m, -1), -1 + m.rank - 1) as [tf.Tensor, tf.Tensor]
  return { mean: tf.sub(first, second), deviation: tf.sqrt(tf.sum(tf.square(s), [-2, -1])) }
}

/** Over what the samples of a pair are averaged: their losses, or the chances that they give the answer. */
export type SampleAverage = 'losses' | 'chances'

/** No chance is smaller. */
const smallestChance = 1e-6

/**
 *   d_k = d + s e_k
 *   losses:   L = mean over k of -[ y ln P(d_k) + (1 - y) ln(1 - P(d_k)) ],   P = sigmoid
 *   chances:  L = -[ y ln(mean over k of P(d_k)) + (1 - y) ln(1 - mean over k of P(d_k)) ]
 *
 * By Jensen's inequality the first grows with s: what keeps s up is a regulariser, and the noise then asks for a wider
 * margin. In the second, s makes an answer that contradicts the mean cheaper, down to ln 2.
 *
 * @param noise standard normal, [..., samples, batch]
 * @param y [batch]
 * @returns [..., batch]
 * @source Liu et al. 2024 (PEARL); chances: Kendall and Gal 2017, eq. 12
 */
export function sampledPreferenceLoss(
  { mean, deviation }: ReturnDifference,
  noise: tf.Tensor,
  y: tf.Tensor,
  average: SampleAverage,
): tf.Tensor {
  const sampled = tf.add(tf.expandDims(mean, -2), tf.mul(tf.expandDims(deviation, -2), noise))
  if (average === 'losses') return tf.mean(preferenceCrossEntropy(sampled, y), -2)
  const chance = tf.clipByValue(tf.mean(tf.sigmoid(sampled), -2), smallestChance, 1 - smallestChance)
  return tf.neg(tf.add(tf.mul(y, tf.log(chance)), tf.mul(tf.sub(1, y), tf.log(tf.sub(1, chance)))))
}

/**
 * Log-odds of the mean chance, in closed form: d / sqrt(1 + pi s^2 / 8).
 *
 * @source MacKay 1992, section 4; right to 0.02 in the chance
 */
export function moderatedLogOdds({ mean, deviation }: ReturnDifference): tf.Tensor {
  return tf.div(mean, tf.sqrt(tf.add(1, tf.mul(tf.square(deviation), Math.PI / 8))))
}
