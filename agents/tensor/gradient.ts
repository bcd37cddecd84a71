// The gradient of a loss, beside everything else that was computed on the way and is worth reporting.

import * as tf from '@tensorflow/tfjs'
import { registerMissingGradients } from './missing-gradients.ts'

export interface LossAndReport {
  /** A scalar. */
  readonly loss: tf.Tensor
  /** Parts of the loss, statistics: any shape. */
  readonly report: Readonly<Record<string, tf.Tensor>>
}

export interface GradientAndReport extends LossAndReport {
  /** In the shape of the parameters. */
  readonly gradient: tf.Tensor
}

/**
 * d loss / d parameters. To hold a network fixed inside `define`, take its views before calling this: what was computed
 * outside is a constant to the gradient.
 */
export function lossAndGradient(
  parameters: tf.Tensor,
  define: (parameters: tf.Tensor) => LossAndReport,
): GradientAndReport {
  registerMissingGradients()
  let kept: [string, tf.Tensor][] = []
  const { value, grad } = tf.valueAndGrad((x: tf.Tensor) => {
    const { loss, report } = define(x)
    // TensorFlow.js disposes of whatever this function does not return.
    kept = Object.entries(report).map(([name, tensor]) => [name, tf.keep(tf.clone(tensor))])
    return loss as tf.Scalar
  })(parameters)
  const report = Object.fromEntries(kept.map(([name, tensor]) => [name, ownedByCaller(tensor)]))
  return { loss: value, report, gradient: grad }
}

/** Hands a kept tensor to the scope of the caller, which disposes of it. */
function ownedByCaller(tensor: tf.Tensor): tf.Tensor {
  const copy = tf.clone(tensor)
  tensor.dispose()
  return copy
}
