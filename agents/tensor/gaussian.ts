// A diagonal Gaussian with a log deviation that does not depend on the state: the policy distribution of PPO and CPL.

import * as tf from '@tensorflow/tfjs'

export interface Gaussian {
  /** [batch, action] */
  readonly mean: tf.Tensor
  /** [action], the same for every state; or [batch, action] */
  readonly logDeviation: tf.Tensor
}

const logTwoPi = Math.log(2 * Math.PI)

/**
 * mean + exp(logDeviation) * noise
 * @param noise standard normal, [batch, action]
 */
export function sampleGaussian({ mean, logDeviation }: Gaussian, noise: tf.Tensor): tf.Tensor {
  return tf.add(mean, tf.mul(tf.exp(logDeviation), noise))
}

/**
 *   log p(x) = sum [ -((x - mean) / deviation)^2 / 2 - logDeviation - log(2 pi) / 2 ]
 *
 * @param x [batch, action]
 * @returns [batch, 1]
 */
export function logProbabilityOf({ mean, logDeviation }: Gaussian, x: tf.Tensor): tf.Tensor {
  const standard = tf.mul(tf.sub(x, mean), tf.exp(tf.neg(logDeviation)))
  const perEntry = tf.add(tf.mul(tf.square(standard), 0.5), tf.add(logDeviation, 0.5 * logTwoPi))
  return tf.neg(tf.sum(perEntry, -1, true))
}

/**
 *   H = sum [ logDeviation + log(2 pi e) / 2 ]
 *
 * @returns scalar for a log deviation of [action], [batch] for [batch, action]
 */
export function entropyOf({ logDeviation }: Gaussian): tf.Tensor {
  return tf.sum(tf.add(logDeviation, 0.5 * (logTwoPi + 1)), -1)
}
