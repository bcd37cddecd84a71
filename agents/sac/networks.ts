// Actor, critics and temperature of soft actor-critic, laid out in one flat vector.

import type * as tf from '@tensorflow/tfjs'
import type { LearnerSizes } from '../contract.ts'
import { createLayout, type Layout } from '../tensor/layout.ts'
import { createMlp } from '../tensor/mlp.ts'
import { type SquashedGaussian, squashedGaussian } from '../tensor/squashed-gaussian.ts'
import type { SacSettings } from './settings.ts'

export interface SacNetworks {
  readonly sizes: LearnerSizes
  readonly actor: Layout
  readonly critic: Layout
  /** @param vector of the actor's layout; @param observations [batch, observation] */
  policy(vector: tf.Tensor, observations: tf.Tensor): SquashedGaussian
  /** @param inputs observation and action, [batch, observation + action]; @returns [2, batch, 1] */
  values(vector: tf.Tensor, inputs: tf.Tensor): tf.Tensor
}

const CRITICS = 2

export function sacNetworks(sizes: LearnerSizes, settings: SacSettings): SacNetworks {
  const hidden = Array<number>(settings.depth).fill(settings.width)
  const actorNet = createMlp({
    name: 'actor',
    sizes: [sizes.observation, ...hidden, 2 * sizes.action],
    activation: 'relu',
    lastDeviation: 0.01,
  })
  const criticNet = createMlp({
    name: 'critic',
    sizes: [sizes.observation + sizes.action, ...hidden, 1],
    activation: 'relu',
    layerNorm: settings.criticLayerNorm,
    members: CRITICS,
    lastDeviation: 0.01,
  })
  const actor = createLayout(actorNet.parameters)
  const critic = createLayout(criticNet.parameters)
  return {
    sizes,
    actor,
    critic,
    policy: (vector, observations) => squashedGaussian(actorNet.forward(actor.views(vector), observations)),
    values: (vector, inputs) => criticNet.forward(critic.views(vector), inputs),
  }
}
