// Each step by itself: a multi-layer perceptron.

import * as tf from '@tensorflow/tfjs'
import { createMlp } from '../../../agents/tensor/mlp.ts'
import type { Trunk, TrunkSizes } from './trunk.ts'

export interface MlpTrunkOptions {
  readonly sizes: TrunkSizes
  readonly members: number
  /** Hidden layers and their width. */
  readonly depth: number
  readonly width: number
  /** Numbers that are said of a step. */
  readonly outputs: number
}

export function createMlpTrunk({ sizes, members, depth, width, outputs }: MlpTrunkOptions): Trunk {
  const mlp = createMlp({
    name: 'reward',
    sizes: [sizes.input, ...Array<number>(depth).fill(width), outputs],
    activation: 'leaky-relu',
    members,
    lastDeviation: 0.1,
  })
  return {
    parameters: mlp.parameters,
    memory: 1,
    forward: (views, rows, length) => ({
      values: tf.reshape(mlp.forward(views, rows), [members, -1, length, outputs]),
    }),
  }
}
