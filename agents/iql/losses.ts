// The losses of implicit Q-learning as free functions; the critics' is in bellman.ts, the actor's in gaussian-actor.ts.

import * as tf from '@tensorflow/tfjs'

/**
 *   L = mean [ |tau_e - 1(u < 0)| u^2 ],   u = min_i Q'_i(s, a) - V(s)
 *
 * V becomes an expectile of the values that the actions in the data have: near the best of them, and no other action is
 * ever asked about.
 *
 * @param difference u, [batch, 1]
 * @param expectile tau_e
 * @source Kostrikov, Nair and Levine 2021, eq. 5
 */
export function expectileLoss(difference: tf.Tensor, expectile: number): tf.Tensor {
  const above = tf.relu(difference)
  const below = tf.relu(tf.neg(difference))
  return tf.mean(tf.add(tf.mul(tf.square(above), expectile), tf.mul(tf.square(below), 1 - expectile)))
}

/**
 *   w = min(exp(beta (min_i Q'_i(s, a) - V(s))), weightLimit)
 *
 * @param advantages [batch, 1]
 * @returns [batch, 1]
 * @source Kostrikov, Nair and Levine 2021, eq. 7; the limit is the authors' code's
 */
export function advantageWeights(
  advantages: tf.Tensor,
  { beta, weightLimit }: { readonly beta: number; readonly weightLimit: number },
): tf.Tensor {
  return tf.exp(tf.minimum(tf.mul(advantages, beta), Math.log(weightLimit)))
}

/**
 *   rate * (1 + cos(pi min(1, step / updates))) / 2
 *
 * @param step updates made before, a scalar
 * @source Loshchilov and Hutter 2017, eq. 5, without restarts
 */
export function cosineRate(rate: number, step: tf.Tensor, updates: number): tf.Tensor {
  const angle = tf.mul(tf.minimum(1, tf.div(step, updates)), Math.PI)
  return tf.mul(tf.add(tf.cos(angle), 1), rate / 2)
}
