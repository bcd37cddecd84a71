// What reads the steps of segments and says several numbers of each: the part of a reward model that can be exchanged.

import type * as tf from '@tensorflow/tfjs'
import type { Parameter } from '../../../agents/tensor/layout.ts'
import type { Views } from '../../../agents/tensor/mlp.ts'

export interface TrunkSizes {
  /** Numbers in a row. */
  readonly input: number
  /** Numbers of it that are the state, the first ones; the rest is the action. All when absent. */
  readonly state?: number
  /** Steps of a segment. */
  readonly length: number
}

export interface StepOutputs {
  /** [members, segments, length, outputs] */
  readonly values: tf.Tensor
  /** How much each step counts in the sum over its segment, [members, segments, length], 1 on average; all alike when absent. */
  readonly weights?: tf.Tensor
}

export interface Trunk {
  readonly parameters: readonly Parameter[]
  /** Steps, a step itself among them, that what it says of a step depends on at most. */
  readonly memory: number
  /**
   * @param views parameters by name, as Layout.views gives them
   * @param rows normalised, [segments * length, input]
   * @param length steps of these segments
   */
  forward(views: Views, rows: tf.Tensor, length: number): StepOutputs
}
