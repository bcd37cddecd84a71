// Adam on a flat vector: one step for all parameters of a program.

import * as tf from '@tensorflow/tfjs'

export interface AdamState {
  /** Parameters, first and second moments, each [size]. */
  readonly parameters: tf.Tensor
  readonly first: tf.Tensor
  readonly second: tf.Tensor
  /** Steps taken before this one, a scalar. */
  readonly step: tf.Tensor
}

export interface AdamOptions {
  /** Scalar, or one rate per entry. */
  readonly learningRate: tf.Tensor | number
  /** @default 0.9 */
  readonly decayFirst?: number
  /** @default 0.999 */
  readonly decaySecond?: number
  /** @default 1e-8 */
  readonly epsilon?: number
  /** Scales the gradient down to this Euclidean norm where it is longer. */
  readonly clipNorm?: number
}

/**
 *   m <- b1 m + (1 - b1) g,   v <- b2 v + (1 - b2) g^2
 *   p <- p - a * (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps)
 *
 * @param gradient [size]
 * @source Kingma and Ba 2015, algorithm 1
 */
export function adam(state: AdamState, gradient: tf.Tensor, options: AdamOptions): AdamState {
  const { learningRate, decayFirst = 0.9, decaySecond = 0.999, epsilon = 1e-8, clipNorm } = options
  const g = clipNorm === undefined ? gradient : clipByNorm(gradient, clipNorm)
  const step = tf.add(state.step, 1)
  const first = tf.add(tf.mul(state.first, decayFirst), tf.mul(g, 1 - decayFirst))
  const second = tf.add(tf.mul(state.second, decaySecond), tf.mul(tf.square(g), 1 - decaySecond))
  const unbiasedFirst = tf.div(first, biasCorrection(decayFirst, step))
  const unbiasedSecond = tf.div(second, biasCorrection(decaySecond, step))
  const move = tf.mul(learningRate, tf.div(unbiasedFirst, tf.add(tf.sqrt(unbiasedSecond), epsilon)))
  return { parameters: tf.sub(state.parameters, move), first, second, step }
}

/** 1 - decay^step */
function biasCorrection(decay: number, step: tf.Tensor): tf.Tensor {
  return tf.sub(1, tf.exp(tf.mul(step, Math.log(decay))))
}

/** g * min(1, longest / |g|) */
export function clipByNorm(gradient: tf.Tensor, longest: number): tf.Tensor {
  const norm = tf.sqrt(tf.sum(tf.square(gradient)))
  return tf.mul(gradient, tf.minimum(1, tf.div(longest, tf.add(norm, 1e-6))))
}
