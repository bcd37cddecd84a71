// Two critics of the same shape in one flat vector.

import type * as tf from '@tensorflow/tfjs'
import type { LearnerSizes } from './contract.ts'
import { createLayout, type Layout } from './tensor/layout.ts'
import { createMlp } from './tensor/mlp.ts'

export interface TwinCritics {
  readonly layout: Layout
  /** @param inputs observation and action, [batch, observation + action]; @returns [2, batch, 1] */
  values(vector: tf.Tensor, inputs: tf.Tensor): tf.Tensor
  /** The first critic alone, [batch, 1]. */
  firstValue(vector: tf.Tensor, inputs: tf.Tensor): tf.Tensor
}

export interface CriticOptions {
  readonly depth: number
  readonly width: number
  /** @default false */
  readonly layerNorm?: boolean
}

export function twinCritics({ observation, action }: LearnerSizes, options: CriticOptions): TwinCritics {
  const { depth, width, layerNorm = false } = options
  const hidden = Array<number>(depth).fill(width)
  const one = {
    sizes: [observation + action, ...hidden, 1],
    activation: 'relu',
    layerNorm,
    lastDeviation: 0.01,
  } as const
  const both = createMlp({ ...one, name: 'critic', members: 2 })
  const first = createMlp({ ...one, name: 'critic/0' })
  const layout = createLayout(both.parameters)
  return {
    layout,
    values: (vector, inputs) => both.forward(layout.views(vector), inputs),
    firstValue: (vector, inputs) => first.forward(layout.views(vector), inputs),
  }
}
