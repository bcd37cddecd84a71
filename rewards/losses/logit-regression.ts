// Preferences as a regression: returns are to differ by as much as the answer is sure, and no more.

import * as tf from '@tensorflow/tfjs'

/**
 *   L = (d - ln(p / (1 - p)))^2 / 2,   p = y cut to [e, 1 - e]
 *
 * @param logOdds d, [..., batch]
 * @param y [batch]; anything from 0 to 1, such as the share of several people
 * @param flipRate e, above 0 and below 0.5
 * @source Le et al. 2024 (iREPO), eq. 9; e = 0.05 there
 */
export function logitRegressionLoss(logOdds: tf.Tensor, y: tf.Tensor, flipRate: number): tf.Tensor {
  const p = tf.clipByValue(y, flipRate, 1 - flipRate)
  return tf.mul(tf.squaredDifference(logOdds, tf.log(tf.div(p, tf.sub(1, p)))), 0.5)
}
