// What the value-based learners share: the target of a critic, its loss, and targets that follow slowly.

import * as tf from '@tensorflow/tfjs'

/**
 *   y = r + gamma c V(s')
 *
 * @param rewards [batch, 1]
 * @param continues c: 0 where s' is terminal, else 1; a time limit is no end, [batch, 1]
 * @param nextValues V(s'), [batch, 1]
 * @returns [batch, 1]
 */
export function bellmanTarget(inputs: {
  readonly rewards: tf.Tensor
  readonly continues: tf.Tensor
  readonly nextValues: tf.Tensor
  readonly discount: number
}): tf.Tensor {
  const { rewards, continues, nextValues, discount } = inputs
  return tf.add(rewards, tf.mul(tf.mul(nextValues, continues), discount))
}

/**
 *   y = r + gamma c min_i Q'_i(s', a')
 *
 * @param nextValues target critics at the action that a policy takes there, [members, batch, 1]
 * @returns [batch, 1]
 * @source Fujimoto, van Hoof and Meger 2018, algorithm 1
 */
export function clippedTarget(inputs: Parameters<typeof bellmanTarget>[0]): tf.Tensor {
  return bellmanTarget({ ...inputs, nextValues: smallest(inputs.nextValues) })
}

/**
 *   L = sum_i mean (Q_i(s, a) - y)^2
 *
 * @param values [members, batch, 1]
 * @param target [batch, 1]; no gradient flows into it
 */
export function criticLoss(values: tf.Tensor, target: tf.Tensor): tf.Tensor {
  const members = values.shape[0]!
  return tf.mul(tf.mean(tf.squaredDifference(values, tf.expandDims(target, 0))), members)
}

/**
 * min_i Q_i: clipped double Q-learning.
 *
 * @param values [members, batch, 1]
 * @returns [batch, 1]
 * @source Fujimoto, van Hoof and Meger 2018, section 4.2
 */
export function smallest(values: tf.Tensor): tf.Tensor {
  return tf.min(values, 0)
}

/** (1 - tau) target + tau present */
export function follow(target: tf.Tensor, present: tf.Tensor, tau: number): tf.Tensor {
  return tf.add(tf.mul(target, 1 - tau), tf.mul(present, tau))
}
