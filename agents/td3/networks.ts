// Deterministic actor and twin critics of TD3, each in a flat vector of its own: the actor is updated less often.

import * as tf from '@tensorflow/tfjs'
import type { LearnerSizes } from '../contract.ts'
import { createLayout, type Layout } from '../tensor/layout.ts'
import { createMlp } from '../tensor/mlp.ts'
import { type TwinCritics, twinCritics } from '../twin-critics.ts'
import type { Td3Settings } from './settings.ts'

export interface Td3Networks {
  readonly sizes: LearnerSizes
  readonly actor: Layout
  readonly critics: TwinCritics
  /** @param observations [batch, observation]; @returns actions in [-1, 1], [batch, action] */
  policy(vector: tf.Tensor, observations: tf.Tensor): tf.Tensor
}

export function td3Networks(sizes: LearnerSizes, settings: Td3Settings): Td3Networks {
  const { depth, width, criticLayerNorm: layerNorm } = settings
  const hidden = Array<number>(depth).fill(width)
  const net = createMlp({
    name: 'actor',
    sizes: [sizes.observation, ...hidden, sizes.action],
    activation: 'relu',
    lastDeviation: 0.01,
  })
  const actor = createLayout(net.parameters)
  return {
    sizes,
    actor,
    critics: twinCritics(sizes, { depth, width, layerNorm }),
    policy: (vector, observations) => tf.tanh(net.forward(actor.views(vector), observations)),
  }
}
