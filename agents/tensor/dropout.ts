// Dropout with the randomness handed in.

import * as tf from '@tensorflow/tfjs'

/**
 * 1 / (1 - rate) where a unit is kept, 0 where it is dropped.
 *
 * @param uniform in [0, 1), any shape
 * @param rate share of units dropped
 * @source Srivastava et al. 2014, scaled while learning so that nothing changes when acting
 */
export function dropoutFactors(uniform: tf.Tensor, rate: number): tf.Tensor {
  return tf.mul(tf.cast(tf.greaterEqual(uniform, rate), 'float32'), 1 / (1 - rate))
}
