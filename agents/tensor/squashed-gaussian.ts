// A Gaussian squashed by tanh into [-1, 1]: the policy distribution of soft actor-critic.

import * as tf from '@tensorflow/tfjs'

export interface SquashedGaussian {
  /** Before squashing, [batch, action]. */
  readonly mean: tf.Tensor
  /** [batch, action] */
  readonly logDeviation: tf.Tensor
}

export interface SquashedSample {
  /** tanh(u), [batch, action] */
  readonly action: tf.Tensor
  /** Summed over the action, [batch, 1]. */
  readonly logProbability: tf.Tensor
}

/** @param limits of the log deviation; -5 and 2 keep exp() and its gradient in range */
export function squashedGaussian(output: tf.Tensor, limits = { low: -5, high: 2 }): SquashedGaussian {
  const [mean, raw] = tf.split(output, 2, -1) as [tf.Tensor, tf.Tensor]
  return { mean, logDeviation: tf.clipByValue(raw, limits.low, limits.high) }
}

/**
 *   u = mean + exp(logDeviation) * noise,   a = tanh(u)
 *   log p(a) = sum [ -noise^2 / 2 - logDeviation - log(2 pi) / 2 - log(1 - tanh(u)^2) ]
 *   log(1 - tanh(u)^2) = 2 (log 2 - u - softplus(-2 u)), which does not cancel for large |u|
 *
 * @param noise standard normal, [batch, action]
 * @source Haarnoja et al. 2018, appendix C; the stable form from TensorFlow Probability's tanh bijector
 */
export function sampleSquashed({ mean, logDeviation }: SquashedGaussian, noise: tf.Tensor): SquashedSample {
  const u = tf.add(mean, tf.mul(tf.exp(logDeviation), noise))
  const gaussian = tf.sub(tf.mul(tf.square(noise), -0.5), tf.add(logDeviation, halfLogTwoPi))
  const squash = tf.mul(tf.sub(tf.sub(Math.LN2, u), tf.softplus(tf.mul(u, -2))), 2)
  return { action: tf.tanh(u), logProbability: tf.sum(tf.sub(gaussian, squash), -1, true) }
}

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)

/** The action without noise, tanh(mean). */
export function modeOfSquashed({ mean }: SquashedGaussian): tf.Tensor {
  return tf.tanh(mean)
}
