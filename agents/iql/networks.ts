// Actor, value and critics of implicit Q-learning: one flat vector in this order.

import type * as tf from '@tensorflow/tfjs'
import type { LearnerSizes } from '../contract.ts'
import { type GaussianActor, gaussianActor } from '../gaussian-actor.ts'
import { createLayout, type Layout } from '../tensor/layout.ts'
import { createMlp } from '../tensor/mlp.ts'
import { type TwinCritics, twinCritics } from '../twin-critics.ts'
import type { IqlSettings } from './settings.ts'

export interface IqlNetworks {
  readonly sizes: LearnerSizes
  readonly actor: GaussianActor
  readonly value: Layout
  readonly critics: TwinCritics
  /** @param vector of the value's layout; @param observations [batch, observation]; @returns V(s), [batch, 1] */
  stateValues(vector: tf.Tensor, observations: tf.Tensor): tf.Tensor
}

export function iqlNetworks(sizes: LearnerSizes, settings: IqlSettings): IqlNetworks {
  const { depth, width } = settings
  const hidden = Array<number>(depth).fill(width)
  const net = createMlp({
    name: 'value',
    sizes: [sizes.observation, ...hidden, 1],
    activation: 'relu',
    lastDeviation: 0.01,
  })
  const value = createLayout(net.parameters)
  return {
    sizes,
    actor: gaussianActor(sizes, { depth, width, logDeviation: { least: -5, most: 2 } }),
    value,
    critics: twinCritics(sizes, { depth, width }),
    stateValues: (vector, observations) => net.forward(value.views(vector), observations),
  }
}
