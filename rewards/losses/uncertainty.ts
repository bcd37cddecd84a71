// What keeps the uncertainty of a Gaussian reward from collapsing: samples alone would make it vanish.

import * as tf from '@tensorflow/tfjs'

/** Of the rewards of steps, any shape. */
export interface UncertainReward {
  readonly mean: tf.Tensor
  readonly deviation: tf.Tensor
}

/**
 *   max(0, H(N(m, s0^2)) - H(N(m, s^2))) = max(0, ln(s0 / s))
 *
 * @param floor s0
 * @returns of each step
 */
export function entropyFloor({ deviation }: UncertainReward, floor: number): tf.Tensor {
  return tf.relu(tf.sub(Math.log(floor), tf.log(deviation)))
}

/**
 *   KL( N(m, s^2) || N(0, 1) ) = (m^2 + s^2 - 1) / 2 - ln s
 *
 * Pulls the mean towards 0 too.
 *
 * @returns of each step
 */
export function unitGaussianDivergence({ mean, deviation }: UncertainReward): tf.Tensor {
  const squares = tf.add(tf.square(mean), tf.square(deviation))
  return tf.sub(tf.mul(tf.sub(squares, 1), 0.5), tf.log(deviation))
}
