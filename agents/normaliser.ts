// Running mean and variance of observations, kept as state vectors, so that acting, learning, saved learners and exported
// policies all see the same inputs.

import * as tf from '@tensorflow/tfjs'
import type { Learner } from './contract.ts'
import type { Store } from './tensor/program.ts'

/** Shapes of the state vectors; a learner adds them to its own. Nothing seen yet is mean 0 and variance 1. */
export function normaliserState(observation: number) {
  return { observationMean: [observation], observationVariance: [observation], observationCount: [] }
}

export function initialNormaliser(observation: number) {
  const shapes = normaliserState(observation)
  return {
    observationMean: { shape: shapes.observationMean },
    observationVariance: { shape: shapes.observationVariance, values: new Float32Array(observation).fill(1) },
    observationCount: { shape: shapes.observationCount },
  }
}

/** Keeps the inverse deviation finite where a number never changes. */
const LEAST_VARIANCE = 1e-8

/**
 *   clip((x - mean) / sqrt(variance + 1e-8), -limit, limit)
 *
 * @param x [..., observation]
 * @param state the vectors of normaliserState
 * @source Stable-Baselines3, VecNormalize
 */
export function normalise(x: tf.Tensor, state: Readonly<Record<string, tf.Tensor>>, limit: number): tf.Tensor {
  const scale = tf.rsqrt(tf.add(state.observationVariance!, LEAST_VARIANCE))
  return tf.clipByValue(tf.mul(tf.sub(x, state.observationMean!), scale), -limit, limit)
}

export interface Moments {
  readonly count: number
  readonly mean: Float64Array
  readonly variance: Float64Array
}

/** @param rows [count, size] */
export function momentsOf(rows: Float32Array, size: number): Moments {
  const count = rows.length / size
  const [mean, variance] = [new Float64Array(size), new Float64Array(size)]
  for (let i = 0; i < rows.length; i++) mean[i % size]! += rows[i]! / count
  for (let i = 0; i < rows.length; i++) variance[i % size]! += (rows[i]! - mean[i % size]!) ** 2 / count
  return { count, mean, variance }
}

/**
 * Moments of both sets of rows together.
 * @source Chan, Golub and LeVeque 1979
 */
export function mergeMoments(first: Moments, second: Moments): Moments {
  const count = first.count + second.count
  const share = second.count / count
  const mean = first.mean.map((value, i) => value + (second.mean[i]! - value) * share)
  const variance = first.variance.map((value, i) => {
    const gap = second.mean[i]! - first.mean[i]!
    return value * (1 - share) + second.variance[i]! * share + gap * gap * share * (1 - share)
  })
  return { count, mean, variance }
}

/** Adds rows to what the store's statistics have seen. @param rows [count, observation] */
export function observe(store: Store, rows: Float32Array): void {
  const mean = store.read('observationMean')
  if (rows.length === 0) return
  const seen = {
    count: store.read('observationCount')[0]!,
    mean: Float64Array.from(mean),
    variance: Float64Array.from(store.read('observationVariance')),
  }
  const all = vectorsOf(mergeMoments(seen, momentsOf(rows, mean.length)))
  for (const [name, values] of Object.entries(all)) store.write(name, values)
}

/**
 * Makes the rows of a data set all that a learner's statistics have seen. To be called before its first update.
 * @param rows [count, observation]
 * @throws RangeError when there are none
 */
export function fitInputs(learner: Pick<Learner, 'observationSize' | 'save' | 'load'>, rows: Float32Array): void {
  if (rows.length === 0) throw new RangeError('no observations to fit the inputs to; hand over those of the data set')
  learner.load({ ...learner.save(), ...vectorsOf(momentsOf(rows, learner.observationSize)) })
}

function vectorsOf({ count, mean, variance }: Moments) {
  return {
    observationMean: Float32Array.from(mean),
    observationVariance: Float32Array.from(variance),
    observationCount: Float32Array.of(count),
  }
}
