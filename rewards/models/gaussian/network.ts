// The network of a Gaussian reward model: from normalised rows to a mean and a deviation of each step's reward.

import * as tf from '@tensorflow/tfjs'
import { createLayout, type Layout } from '../../../agents/tensor/layout.ts'
import { type NetworkState, normalisedRows } from '../network-state.ts'
import { createMlpTrunk } from '../trunks/mlp-trunk.ts'
import { createTransformerTrunk } from '../trunks/transformer-trunk.ts'
import type { Trunk, TrunkSizes } from '../trunks/trunk.ts'
import type { GaussianSettings } from './settings.ts'

export interface GaussianNetwork {
  readonly sizes: TrunkSizes
  readonly settings: GaussianSettings
  readonly layout: Layout
  /** Steps, a step itself among them, that its reward depends on at most. */
  readonly memory: number
  /** @param rows [segments * length, input] */
  forward(state: NetworkState, rows: tf.Tensor, length: number): StepRewards
}

/** Each [members, segments, length]. */
export interface StepRewards {
  /** Before the tanh. */
  readonly z: tf.Tensor
  /** In [-1, 1]. */
  readonly mean: tf.Tensor
  readonly deviation: tf.Tensor
  readonly weights: tf.Tensor | undefined
}

/** A deviation that has vanished would have no gradient to come back by. */
const smallestShare = 1e-3

/**
 * Deviation of a step's reward at which that of the difference of two returns is as large as the difference itself can be,
 * 2 L: over 2 L steps deviations add up to sqrt(2 L) times one. In these units settings suit segments of any length.
 */
export function largestDeviation({ length }: TrunkSizes): number {
  return Math.sqrt(2 * length)
}

/** m = tanh z,   s = (softplus u + 0.001) sqrt(2 L) */
export function gaussianNetwork(sizes: TrunkSizes, settings: GaussianSettings): GaussianNetwork {
  const trunk = trunkOf(sizes, settings)
  const layout = createLayout(trunk.parameters)
  return {
    sizes,
    settings,
    layout,
    memory: trunk.memory,
    forward(state, rows, length) {
      const { values, weights } = trunk.forward(layout.views(state.parameters), normalisedRows(rows, state), length)
      const [z, u] = tf.unstack(values, 3) as [tf.Tensor, tf.Tensor]
      const share = tf.add(tf.softplus(u), smallestShare)
      return { z, mean: tf.tanh(z), deviation: tf.mul(share, largestDeviation(sizes)), weights }
    },
  }
}

function trunkOf(sizes: TrunkSizes, settings: GaussianSettings): Trunk {
  const { trunk, members, width, depth, blocks, heads, segment } = settings
  const shared = { sizes, members, width, outputs: 2 }
  return trunk === 'mlp'
    ? createMlpTrunk({ ...shared, depth })
    : createTransformerTrunk({ ...shared, blocks, heads, segment })
}
