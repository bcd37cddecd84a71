// The loss of a denoiser as free functions.

import * as tf from '@tensorflow/tfjs'

/**
 *   x_t = sqrt(abar_t) x_0 + sqrt(1 - abar_t) noise
 *
 * @param clean x_0, [batch, chunk]
 * @param noise standard normal, [batch, chunk]
 * @param kept abar_t of each row, [batch, 1]
 * @source Ho, Jain and Abbeel 2020, eq. 4
 */
export function addNoise(clean: tf.Tensor, noise: tf.Tensor, kept: tf.Tensor): tf.Tensor {
  return tf.add(tf.mul(tf.sqrt(kept), clean), tf.mul(tf.sqrt(tf.sub(1, kept)), noise))
}

/**
 *   L = mean (noise' - noise)^2
 *
 * @param told the noise that the denoiser tells, [batch, chunk]
 * @source Ho, Jain and Abbeel 2020, eq. 14
 */
export function denoisingLoss(told: tf.Tensor, noise: tf.Tensor): tf.Tensor {
  return tf.mean(tf.squaredDifference(told, noise))
}
