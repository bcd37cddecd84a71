// Actor and critics of soft actor-critic; with the temperature between them they are one flat vector.

import type * as tf from '@tensorflow/tfjs'
import type { LearnerSizes } from '../contract.ts'
import { createLayout, type Layout } from '../tensor/layout.ts'
import { createMlp } from '../tensor/mlp.ts'
import { type SquashedGaussian, squashedGaussian } from '../tensor/squashed-gaussian.ts'
import { type TwinCritics, twinCritics } from '../twin-critics.ts'
import type { SacSettings } from './settings.ts'

export interface SacNetworks {
  readonly sizes: LearnerSizes
  readonly actor: Layout
  readonly critics: TwinCritics
  /** @param vector of the actor's layout; @param observations [batch, observation] */
  policy(vector: tf.Tensor, observations: tf.Tensor): SquashedGaussian
}

export function sacNetworks(sizes: LearnerSizes, settings: SacSettings): SacNetworks {
  const { depth, width, criticLayerNorm: layerNorm } = settings
  const hidden = Array<number>(depth).fill(width)
  const net = createMlp({
    name: 'actor',
    sizes: [sizes.observation, ...hidden, 2 * sizes.action],
    activation: 'relu',
    lastDeviation: 0.01,
  })
  const actor = createLayout(net.parameters)
  return {
    sizes,
    actor,
    critics: twinCritics(sizes, { depth, width, layerNorm }),
    policy: (vector, observations) => squashedGaussian(net.forward(actor.views(vector), observations)),
  }
}
