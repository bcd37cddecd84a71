// The losses of TD3 as free functions; the critics' is that of bellman.ts.

import * as tf from '@tensorflow/tfjs'

/**
 * Target policy smoothing:
 *
 *   a' = clip(pi'(s') + clip(deviation * noise, -limit, limit), -1, 1)
 *
 * @param actions pi'(s') of the target actor, [batch, action]
 * @param noise standard normal, [batch, action]
 * @source Fujimoto, van Hoof and Meger 2018, section 5.3
 */
export function smoothedActions(inputs: {
  readonly actions: tf.Tensor
  readonly noise: tf.Tensor
  readonly deviation: number
  readonly limit: number
}): tf.Tensor {
  const { actions, noise, deviation, limit } = inputs
  return tf.clipByValue(tf.add(actions, tf.clipByValue(tf.mul(noise, deviation), -limit, limit)), -1, 1)
}

/**
 *   L = -mean Q_1(s, pi(s))
 *
 * @param values of the first critic at the actor's actions, [batch, 1]
 * @source Fujimoto, van Hoof and Meger 2018, algorithm 1
 */
export function actorLoss(values: tf.Tensor): tf.Tensor {
  return tf.neg(tf.mean(values))
}
