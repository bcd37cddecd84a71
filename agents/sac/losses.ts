// The losses of soft actor-critic as free functions; the critics' is that of bellman.ts.

import * as tf from '@tensorflow/tfjs'
import { bellmanTarget, smallest } from '../bellman.ts'

/**
 *   y = r + gamma c [ min_i Q'_i(s', a') - alpha log pi(a' | s') ],   a' ~ pi(s')
 *
 * @param rewards [batch, 1]
 * @param continues c: 0 where s' is terminal, else 1; a time limit is no end, [batch, 1]
 * @param nextValues target critics at the next state, [members, batch, 1]
 * @param nextLogProbability [batch, 1]
 * @returns [batch, 1]
 * @source Haarnoja et al. 2018b, eqs. 2-3
 */
export function softTarget(inputs: {
  readonly rewards: tf.Tensor
  readonly continues: tf.Tensor
  readonly nextValues: tf.Tensor
  readonly nextLogProbability: tf.Tensor
  readonly temperature: tf.Tensor
  readonly discount: number
}): tf.Tensor {
  const { nextValues, nextLogProbability, temperature, ...given } = inputs
  const soft = tf.sub(smallest(nextValues), tf.mul(temperature, nextLogProbability))
  return bellmanTarget({ ...given, nextValues: soft })
}

/**
 *   L = mean [ alpha log pi(a | s) - min_i Q_i(s, a) ],   a ~ pi(s)
 *
 * @param logProbability [batch, 1]
 * @param values [members, batch, 1]
 * @source Haarnoja et al. 2018b, eq. 7
 */
export function actorLoss(logProbability: tf.Tensor, values: tf.Tensor, temperature: tf.Tensor): tf.Tensor {
  return tf.mean(tf.sub(tf.mul(temperature, logProbability), smallest(values)))
}

/**
 * Gradient of  J(log alpha) = -log alpha * mean [ log pi(a | s) + target entropy ]  in log alpha.
 *
 * @source Haarnoja et al. 2018b, eq. 18, in the log form of the authors' code
 */
export function temperatureGradient(meanLogProbability: tf.Tensor, targetEntropy: number): tf.Tensor {
  return tf.neg(tf.add(meanLogProbability, targetEntropy))
}
