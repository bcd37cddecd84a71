// An operation of TensorFlow.js on a few tensors, to be compared between executors.

import type * as tf from '@tensorflow/tfjs'

export interface Operation {
  readonly name: string
  /** Shapes of its float32 operands. */
  readonly shapes: readonly (readonly number[])[]
  /** Which numbers the operands hold. @default uniform in [-2, 2] */
  readonly numbers?: 'positive' | 'unit'
  /** Whether the result has a gradient in TensorFlow.js. @default true */
  readonly gradient?: boolean
  apply(...operands: tf.Tensor[]): tf.Tensor | readonly tf.Tensor[]
}
