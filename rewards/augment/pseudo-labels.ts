// Pseudo-labels: where the model is sure of an answer that nobody gave, it learns from it as if it had been given.

import * as tf from '@tensorflow/tfjs'
import { preferenceCrossEntropy } from '../losses/bradley-terry.ts'

export interface PseudoLabelSettings {
  /** Pairs without an answer that are kept for each answer. */
  readonly perLabel: number
  /** Such pairs in an update, for each answered one. */
  readonly batchRatio: number
  /** How likely the likelier answer must be. */
  readonly threshold: number
}

/**
 *   y = 1 if d > 0 else 0,   L = [ max(P, 1 - P) >= threshold ] (softplus(d') - y d'),   P = sigmoid(d)
 *
 * max(P, 1 - P) >= threshold is |d| >= ln(threshold / (1 - threshold)).
 *
 * @param whole d: log-odds of the whole segments, to which no gradient goes, [..., pairs]
 * @param crops d': log-odds of the crops, [..., pairs]
 * @returns 0 where the model is not sure
 * @source Park et al. 2022 (SURF), eq. 4-5
 */
export function pseudoLabelLoss(whole: tf.Tensor, crops: tf.Tensor, threshold: number): tf.Tensor {
  return tf.mul(sure(whole, threshold), preferenceCrossEntropy(crops, tf.cast(tf.greater(whole, 0), 'float32')))
}

/** 1 where the likelier answer is likely enough, else 0. */
export function sure(logOdds: tf.Tensor, threshold: number): tf.Tensor {
  const least = Math.log(threshold / (1 - threshold))
  return tf.cast(tf.greaterEqual(tf.abs(logOdds), least), 'float32')
}
