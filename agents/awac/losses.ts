// The losses of AWAC as free functions; the critics' is in bellman.ts, the actor's in gaussian-actor.ts.

import * as tf from '@tensorflow/tfjs'

/**
 *   w = batch * softmax(A / lambda),   A = min_i Q_i(s, a) - min_i Q_i(s, a'),   a' ~ pi(s)
 *
 * The softmax over the batch stands for exp(A / lambda) / Z: the mean weight is 1 whatever the scale of the rewards.
 *
 * @param advantages A, [batch, 1]
 * @param temperature lambda
 * @returns [batch, 1]
 * @source Nair et al. 2020, eq. 13; normalised over the batch as the authors' code does
 */
export function batchWeights(advantages: tf.Tensor, temperature: number): tf.Tensor {
  const batch = advantages.shape[0]!
  const share = tf.softmax(tf.reshape(tf.div(advantages, temperature), [1, batch]))
  return tf.mul(tf.reshape(share, [batch, 1]), batch)
}
