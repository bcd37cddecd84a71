// Layer normalisation as one operation forward, and its gradient written out.

import * as tf from '@tensorflow/tfjs'
import { runFused } from './trace/fused.ts'

export interface Affine {
  /** [features] */
  readonly scale: tf.Tensor
  /** [features] */
  readonly shift: tf.Tensor
}

export const layerNormEpsilon = 1e-5

/**
 *   n = (x - mean) / sqrt(variance + 1e-5),   y = n * scale + shift,   over the last axis
 *
 * @param x [batch, features]
 * @source Ba, Kiros and Hinton 2016
 */
export function layerNorm(x: tf.Tensor, { scale, shift }: Affine): tf.Tensor {
  return withGradient(x, scale, shift)
}

/**
 *   r = 1 / sqrt(variance + 1e-5),   c = x - mean,   n = c r,   g = dy * scale
 *   dx = r (g - mean(g) - n * mean(g * n)),   dscale = sum over the batch of dy * n,   dshift = of dy
 *
 * in as few passes over [batch, features] as it takes: n and g are never written out, and sums are products.
 *
 *   dx = (r scale') * dy - c * q - r m,   q = r^3 (dy * c) scale / features,   m = dy scale / features
 */
const withGradient = tf.customGrad((...given: (tf.Tensor | tf.GradSaveFunc)[]) => {
  const [x, scale, shift, save] = given as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc]
  const [value, mean, r] = forward(x, { scale, shift })
  save([x, scale, mean, r])
  return { value, gradFunc: (dy, saved) => backward(dy as tf.Tensor2D, saved as tf.Tensor[]) as unknown as tf.Tensor }
})

/** @returns gradients of x, scale and shift */
function backward(dy: tf.Tensor2D, saved: readonly tf.Tensor[]): tf.Tensor[] {
  const [x, scale, mean, r] = saved as [tf.Tensor2D, tf.Tensor1D, tf.Tensor2D, tf.Tensor2D]
  const features = scale.size
  const centred = tf.sub(x, mean)
  const dyCentred = tf.mul(dy, centred) as tf.Tensor2D
  const row = tf.reshape(scale, [1, features])
  const column = tf.reshape(tf.div(scale, features), [features, 1]) as tf.Tensor2D
  const q = tf.mul(tf.mul(tf.mul(r, r), r), tf.matMul(dyCentred, column))
  const m = tf.mul(r, tf.matMul(dy, column))
  const dx = tf.sub(tf.sub(tf.mul(tf.matMul(r, row), dy), tf.mul(centred, q)), m)
  const dscale = tf.reshape(tf.matMul(r, dyCentred, true), [features])
  return [dx, dscale, tf.sum(dy, 0)]
}

type Forward = readonly [value: tf.Tensor, mean: tf.Tensor, inverseDeviation: tf.Tensor]

function forward(x: tf.Tensor, { scale, shift }: Affine): Forward {
  const fused = runFused('LayerNorm', { x, scale, shift })
  if (fused) return fused as unknown as Forward
  const mean = tf.mean(x, -1, true)
  const centred = tf.sub(x, mean)
  const inverseDeviation = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), layerNormEpsilon))
  return [tf.add(tf.mul(tf.mul(centred, inverseDeviation), scale), shift), mean, inverseDeviation]
}
