// Adam on a flat vector: one step for all parameters of a program.

import * as tf from '@tensorflow/tfjs'

export interface AdamState {
  /** [size] */
  readonly parameters: tf.Tensor
  /** Decaying sum of gradients, [size]: Kingma and Ba's m is (1 - b1) times this. */
  readonly first: tf.Tensor
  /** Decaying sum of squared gradients, [size]: their v is (1 - b2) times this. */
  readonly second: tf.Tensor
  /** Steps taken before this one, a scalar. */
  readonly step: tf.Tensor
}

/** Shapes of Adam's state for `size` parameters, as a program declares them. */
export function adamShapes(size: number) {
  return { parameters: [size], first: [size], second: [size], step: [] }
}

/** Adam's state before its first step. */
export function initialAdam(parameters: Float32Array) {
  const { first, second, step, ...shapes } = adamShapes(parameters.length)
  return {
    parameters: { shape: shapes.parameters, values: parameters },
    first: { shape: first },
    second: { shape: second },
    step: { shape: step },
  }
}

export interface AdamOptions {
  /** Scalar, or one rate per entry. */
  readonly learningRate: tf.Tensor | number
  /** b1. @default 0.9 */
  readonly decayFirst?: number
  /** b2. @default 0.999 */
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
 * written for the sums M = m / (1 - b1) and V = v / (1 - b2), which needs ten passes over the numbers instead of fifteen:
 *
 *   M <- b1 M + g,   V <- b2 V + g^2,   p <- p - rate * M / (sqrt(V) + eps / k)
 *   k = sqrt((1 - b2) / (1 - b2^t)),   rate = a (1 - b1) / ((1 - b1^t) k)
 *
 * @param gradient [size]
 * @source Kingma and Ba 2015, algorithm 1
 */
export function adam(state: AdamState, gradient: tf.Tensor, options: AdamOptions): AdamState {
  const { learningRate, decayFirst = 0.9, decaySecond = 0.999, epsilon = 1e-8, clipNorm } = options
  const g = clipNorm === undefined ? gradient : clipByNorm(gradient, clipNorm)
  const step = tf.add(state.step, 1)
  const k = tf.sqrt(tf.div(1 - decaySecond, biasCorrection(decaySecond, step)))
  const correction = tf.div(1 - decayFirst, tf.mul(biasCorrection(decayFirst, step), k))
  const first = tf.add(tf.mul(state.first, decayFirst), g)
  const second = tf.add(tf.mul(state.second, decaySecond), tf.square(g))
  const direction = tf.div(first, tf.add(tf.sqrt(second), tf.div(epsilon, k)))
  const move = tf.mul(direction, tf.mul(learningRate, correction))
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
