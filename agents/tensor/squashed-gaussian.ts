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
 *   log p(a) = sum [ -noise^2 / 2 - logDeviation - log(2 pi) / 2 - log(1 - a^2) ]
 *
 * @param noise standard normal, [batch, action]
 * @source Haarnoja et al. 2018, appendix C
 */
export function sampleSquashed({ mean, logDeviation }: SquashedGaussian, noise: tf.Tensor): SquashedSample {
  const u = tf.add(mean, tf.mul(tf.exp(logDeviation), noise))
  const gaussian = tf.add(tf.mul(tf.square(noise), 0.5), logDeviation)
  const perEntry = tf.add(gaussian, tf.add(logSlopeOfTanh(u), halfLogTwoPi))
  return { action: tf.tanh(u), logProbability: tf.neg(tf.sum(perEntry, -1, true)) }
}

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)

/**
 *   log(1 - tanh(u)^2) = 2 (log 2 - u - softplus(-2 u)) = 2 (log 2 - |u| - log(1 + exp(-2 |u|)))
 *
 * which does not cancel for large |u|; its derivative is -2 tanh(u).
 *
 * @source TensorFlow Probability, tanh bijector
 */
export function logSlopeOfTanh(u: tf.Tensor): tf.Tensor {
  return withGradient(u)
}

const withGradient = tf.customGrad((...given: (tf.Tensor | tf.GradSaveFunc)[]) => {
  const [u, save] = given as [tf.Tensor, tf.GradSaveFunc]
  save([u])
  const size = tf.abs(u)
  const rest = tf.log(tf.add(tf.exp(tf.mul(size, -2)), 1))
  const value = tf.add(tf.mul(tf.add(size, rest), -2), 2 * Math.LN2)
  return { value, gradFunc: (dy, saved) => tf.mul(dy, tf.mul(tf.tanh((saved as tf.Tensor[])[0]!), -2)) }
})

/** The action without noise, tanh(mean). */
export function modeOfSquashed({ mean }: SquashedGaussian): tf.Tensor {
  return tf.tanh(mean)
}
