// The actor of offline learners: a Gaussian whose mean is squashed and whose deviation is the same for all states.

import * as tf from '@tensorflow/tfjs'
import { actingPrograms } from './acting.ts'
import type { LearnerSizes } from './contract.ts'
import { type Gaussian, sampleGaussian } from './tensor/gaussian.ts'
import { createLayout, type Layout } from './tensor/layout.ts'
import { createMlp } from './tensor/mlp.ts'

export interface GaussianActor {
  readonly layout: Layout
  /**
   * @param observations [batch, observation]
   * @param keep factors of the hidden units, as `dropoutFactors` gives them, [depth, batch, width]
   */
  policy(vector: tf.Tensor, observations: tf.Tensor, keep?: tf.Tensor): Gaussian
}

export interface GaussianActorOptions {
  readonly depth: number
  readonly width: number
  readonly logDeviation: { readonly least: number; readonly most: number }
}

/** mean = tanh(net(s)), and one learned log deviation for each dimension of the action, 0 at first. */
export function gaussianActor({ observation, action }: LearnerSizes, options: GaussianActorOptions): GaussianActor {
  const { depth, width, logDeviation } = options
  const net = createMlp({
    name: 'actor',
    sizes: [observation, ...Array<number>(depth).fill(width), action],
    activation: 'relu',
    lastDeviation: 0.01,
  })
  const layout = createLayout([
    ...net.parameters,
    { name: 'actor/log-deviation', shape: [action], initial: { constant: 0 } },
  ])
  return {
    layout,
    policy(vector, observations, keep) {
      const views = layout.views(vector)
      const { least, most } = logDeviation
      return {
        mean: tf.tanh(net.forward(views, observations, keep && tf.unstack(keep))),
        logDeviation: tf.clipByValue(views['actor/log-deviation']!, least, most),
      }
    },
  }
}

/** Acting by an actor that the state vector `parameters`, of `size` numbers, begins with. */
export function gaussianActing(id: string, { policy, layout }: GaussianActor, sizes: LearnerSizes, size: number) {
  const policyOf = (observation: tf.Tensor, parameters: tf.Tensor) =>
    policy(tf.slice(parameters, [0], [layout.size]), observation)
  return actingPrograms({
    id,
    observation: sizes.observation,
    noise: sizes.action,
    state: { parameters: [size] },
    explore: (observation, noise, { parameters }) => sampleClipped(policyOf(observation, parameters!), noise),
    exploit: (observation, { parameters }) => policyOf(observation, parameters!).mean,
  })
}

/** A sampled action, cut off at the ends of [-1, 1]. @param noise standard normal, [batch, action] */
export function sampleClipped(policy: Gaussian, noise: tf.Tensor): tf.Tensor {
  return tf.clipByValue(sampleGaussian(policy, noise), -1, 1)
}

/**
 *   L = -mean [ w log pi(a | s) ]
 *
 * Behaviour cloning with a weight for each row.
 *
 * @param logProbability of the actions in the data, [batch, 1]
 * @param weights [batch, 1]; no gradient flows into them
 * @source Peng et al. 2019, eq. 10; Nair et al. 2020, eq. 13; Kostrikov, Nair and Levine 2021, eq. 7
 */
export function weightedCloningLoss(logProbability: tf.Tensor, weights: tf.Tensor): tf.Tensor {
  return tf.neg(tf.mean(tf.mul(weights, logProbability)))
}
