// The state that programs of a reward model share: parameters, Adam's moments and steps, and the normaliser of the inputs.

import * as tf from '@tensorflow/tfjs'
import { adamShapes, initialAdam } from '../../agents/tensor/adam.ts'
import type { Layout } from '../../agents/tensor/layout.ts'
import type { InitialState } from '../../agents/tensor/store.ts'
import type { RandomStream } from '../contract.ts'

/** What a network reads of it. */
export interface NetworkState {
  /** Of the layout. */
  readonly parameters: tf.Tensor
  /** Of the stored data, per column. */
  readonly mean: tf.Tensor
  readonly deviation: tf.Tensor
}

/** @param input numbers in a row */
export function networkState({ size }: Layout, input: number) {
  return { ...adamShapes(size), mean: [input], deviation: [input] }
}

export type NetworkShapes = ReturnType<typeof networkState>

/** The part of it that predicting reads. */
export function predictingState(shapes: NetworkShapes) {
  const { parameters, mean, deviation } = shapes
  return { parameters, mean, deviation }
}

/** Fresh parameters, and a normaliser that changes nothing. */
export function initialNetworkState(
  layout: Layout,
  input: number,
  random: RandomStream,
): Readonly<Record<string, InitialState>> {
  const { mean, deviation } = networkState(layout, input)
  return {
    ...initialAdam(layout.initialise(random)),
    mean: { shape: mean },
    deviation: { shape: deviation, values: new Float32Array(input).fill(1) },
  }
}

/** Normalised inputs beyond this are cut: a column that hardly moved so far must not swamp the rest when it does. */
const largestInput = 10

/** @param rows [rows, input] */
export function normalisedRows(rows: tf.Tensor, { mean, deviation }: NetworkState): tf.Tensor {
  return tf.clipByValue(tf.div(tf.sub(rows, mean), deviation), -largestInput, largestInput)
}
