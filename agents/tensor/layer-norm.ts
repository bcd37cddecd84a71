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
 *   g = dy * scale
 *   dx = (g - mean(g) - n * mean(g * n)) / sqrt(variance + 1e-5)
 *   dscale = sum over the batch of dy * n,   dshift = sum over the batch of dy
 *
 * The two means are products with scale / features, which is one pass over the numbers rather than two.
 */
const withGradient = tf.customGrad((...given: (tf.Tensor | tf.GradSaveFunc)[]) => {
  const [x, scale, shift, save] = given as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc]
  const [value, mean, inverseDeviation] = forward(x, { scale, shift })
  save([x, scale, mean, inverseDeviation])
  const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] => {
    const [x, scale, mean, inverseDeviation] = saved as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor]
    const normal = tf.mul(tf.sub(x, mean), inverseDeviation)
    const dyNormal = tf.mul(dy, normal)
    const features = scale.size
    const weights = tf.reshape(tf.div(scale, features), [features, 1]) as tf.Tensor2D
    const meanG = tf.matMul(dy as tf.Tensor2D, weights)
    const meanGNormal = tf.matMul(dyNormal as tf.Tensor2D, weights)
    const inner = tf.sub(tf.sub(tf.mul(dy, scale), tf.mul(normal, meanGNormal)), meanG)
    return [tf.mul(inner, inverseDeviation), tf.sum(dyNormal, 0), tf.sum(dy, 0)]
  }
  return { value, gradFunc: gradFunc as (dy: tf.Tensor, saved: tf.Tensor[]) => tf.Tensor[] }
})

type Forward = readonly [value: tf.Tensor, mean: tf.Tensor, inverseDeviation: tf.Tensor]

function forward(x: tf.Tensor, { scale, shift }: Affine): Forward {
  const fused = runFused('LayerNorm', { x, scale, shift })
  if (fused) return fused as unknown as Forward
  const mean = tf.mean(x, -1, true)
  const centred = tf.sub(x, mean)
  const inverseDeviation = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), layerNormEpsilon))
  return [tf.add(tf.mul(tf.mul(centred, inverseDeviation), scale), shift), mean, inverseDeviation]
}
