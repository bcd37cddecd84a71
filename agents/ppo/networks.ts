// Policy and critic of proximal policy optimisation: two networks and one deviation for all states, in one flat vector.

import * as tf from '@tensorflow/tfjs'
import type { LearnerSizes } from '../contract.ts'
import type { Gaussian } from '../tensor/gaussian.ts'
import { createLayout, type Layout } from '../tensor/layout.ts'
import { createMlp } from '../tensor/mlp.ts'
import type { PpoSettings } from './settings.ts'

export interface PpoNetworks {
  readonly sizes: LearnerSizes
  readonly layout: Layout
  /** @param vector of the layout; @param observations normalised, [batch, observation] */
  policy(vector: tf.Tensor, observations: tf.Tensor): Gaussian
  /** @returns [batch, 1] */
  values(vector: tf.Tensor, observations: tf.Tensor): tf.Tensor
  /** Both at once: the vector is cut apart once. */
  both(vector: tf.Tensor, observations: tf.Tensor): { readonly policy: Gaussian; readonly values: tf.Tensor }
}

/** Actions hardly depend on the state at first. Source: Andrychowicz et al. 2021, section 3.2. */
const POLICY_GAIN = 0.01

export function ppoNetworks(sizes: LearnerSizes, settings: PpoSettings): PpoNetworks {
  const hidden = Array<number>(settings.depth).fill(settings.width)
  const actor = createMlp({
    name: 'actor',
    sizes: [sizes.observation, ...hidden, sizes.action],
    activation: 'tanh',
    lastDeviation: POLICY_GAIN / Math.sqrt(settings.width),
  })
  const critic = createMlp({ name: 'critic', sizes: [sizes.observation, ...hidden, 1], activation: 'tanh' })
  const logDeviation = {
    name: 'log-deviation',
    shape: [sizes.action],
    initial: { constant: Math.log(settings.initialDeviation) },
  }
  const layout = createLayout([...actor.parameters, logDeviation, ...critic.parameters])
  const both = (vector: tf.Tensor, observations: tf.Tensor) => {
    const views = layout.views(vector)
    return {
      policy: { mean: actor.forward(views, observations), logDeviation: views['log-deviation']! },
      values: critic.forward(views, observations),
    }
  }
  return {
    sizes,
    layout,
    both,
    policy: (vector, observations) => both(vector, observations).policy,
    values: (vector, observations) => both(vector, observations).values,
  }
}

/** The vector with no deviation below `least`. */
export function withLeastDeviation(vector: tf.Tensor, { layout }: PpoNetworks, least: number): tf.Tensor {
  const { begin, end } = layout.range('log-deviation')
  const floor = new Float32Array(layout.size).fill(-3e38).fill(Math.log(least), begin, end)
  return tf.maximum(vector, tf.tensor1d(floor))
}
