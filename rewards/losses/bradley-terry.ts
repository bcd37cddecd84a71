// The Bradley-Terry model of preferences, as a loss on learned rewards.

import * as tf from '@tensorflow/tfjs'

/**
 * Cross-entropy of the Bradley-Terry model on segment returns.
 *
 *   P(first > second) = sigmoid(R1 - R2),   R = sum over t of r(s_t, a_t)
 *   L = -[ y log P + (1 - y) log(1 - P) ],  y = 1 first preferred, 0 second, 0.5 equal
 *
 * Leading axes, such as the members of an ensemble, are kept.
 *
 * @param first  learned rewards of the first segments, [..., batch, time]
 * @param second learned rewards of the second segments, [..., batch, time]
 * @param y      labels in [0, 1], [batch]
 * @returns loss of each pair, [..., batch]
 * @source Christiano et al. 2017, eq. 1; ties as in B-Pref
 */
export function bradleyTerryLoss(first: tf.Tensor, second: tf.Tensor, y: tf.Tensor): tf.Tensor {
  return preferenceCrossEntropy(returnDifference(first, second), y)
}

/** R1 - R2, the log-odds that the first is preferred, [..., batch]. */
export function returnDifference(first: tf.Tensor, second: tf.Tensor): tf.Tensor {
  return tf.sub(tf.sum(first, -1), tf.sum(second, -1))
}

/**
 * -[ y log sigmoid(d) + (1 - y) log(1 - sigmoid(d)) ] = softplus(d) - y d, which is stable for |d| of any size.
 *
 * @param logOdds d, [..., batch]
 * @param y [batch]
 */
export function preferenceCrossEntropy(logOdds: tf.Tensor, y: tf.Tensor): tf.Tensor {
  return tf.sub(tf.softplus(logOdds), tf.mul(y, logOdds))
}

/**
 * Labels that never ask for certainty: 1 becomes 1 - eps and 0 becomes eps, so that returns stop parting at
 * log((1 - eps) / eps).
 *
 * @source STAR's label margin, eps = 0.05
 */
export function smoothLabel(y: number, smoothing: number): number {
  return y * (1 - 2 * smoothing) + smoothing
}

/** The reverse, on tensors: labels beyond 0 and 1 for answers that are certain. */
export function unsmoothLabel(y: tf.Tensor, smoothing: number): tf.Tensor {
  return tf.div(tf.sub(y, smoothing), 1 - 2 * smoothing)
}
