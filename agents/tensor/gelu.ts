// The Gaussian error linear unit, with a gradient that reuses what the forward pass computed.

import * as tf from '@tensorflow/tfjs'

/**
 *   y = x * Phi(x),   Phi(x) = (1 + erf(x / sqrt 2)) / 2
 *   dy/dx = Phi(x) + x * exp(-x^2 / 2) / sqrt(2 pi)
 *
 * @source Hendrycks and Gimpel 2016
 */
export function gelu(x: tf.Tensor): tf.Tensor {
  return withGradient(x)
}

const withGradient = tf.customGrad((...given: (tf.Tensor | tf.GradSaveFunc)[]) => {
  const [x, save] = given as [tf.Tensor, tf.GradSaveFunc]
  const cumulative = tf.mul(tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1), 0.5)
  save([x, cumulative])
  const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor => {
    const [x, cumulative] = saved as [tf.Tensor, tf.Tensor]
    const density = tf.mul(tf.exp(tf.mul(tf.square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI))
    return tf.mul(dy, tf.add(cumulative, tf.mul(x, density)))
  }
  return { value: tf.mul(x, cumulative), gradFunc }
})
