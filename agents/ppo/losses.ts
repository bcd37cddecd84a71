// The losses of proximal policy optimisation as free functions.

import * as tf from '@tensorflow/tfjs'

/**
 *   L = -mean min( r A, clip(r, 1 - e, 1 + e) A ),   r = pi(a | s) / pi_old(a | s)
 *
 * @param logRatio log pi(a | s) - log pi_old(a | s), [batch, 1]
 * @param advantages [batch, 1]
 * @param clip e
 * @source Schulman et al. 2017, eq. 7
 */
export function clippedPolicyLoss(logRatio: tf.Tensor, advantages: tf.Tensor, clip: number): tf.Tensor {
  const ratio = tf.exp(logRatio)
  const near = tf.clipByValue(ratio, 1 - clip, 1 + clip)
  return tf.neg(tf.mean(tf.minimum(tf.mul(ratio, advantages), tf.mul(near, advantages))))
}

/**
 *   L = mean (V(s) - R)^2
 *
 * Not clipped: Andrychowicz et al. 2021 found that clipping the value loss does not help, and Stable-Baselines3 does not.
 *
 * @param values [batch, 1]; @param returns [batch, 1]
 */
export function valueLoss(values: tf.Tensor, returns: tf.Tensor): tf.Tensor {
  return tf.mean(tf.squaredDifference(values, returns))
}

/**
 *   KL(pi_old || pi) ~ mean [ r - 1 - log r ]
 *
 * never negative, and of less variance than mean [-log r].
 *
 * @param logRatio [batch, 1], of actions drawn from pi_old
 * @source Schulman 2020, "Approximating KL divergence", k3
 */
export function divergence(logRatio: tf.Tensor): tf.Tensor {
  return tf.mean(tf.sub(tf.expm1(logRatio), logRatio))
}

/** Share of the batch whose ratio lies outside of the clip. */
export function clippedShare(logRatio: tf.Tensor, clip: number): tf.Tensor {
  const outside = tf.greater(tf.abs(tf.expm1(logRatio)), clip)
  return tf.mean(tf.cast(outside, 'float32'))
}
