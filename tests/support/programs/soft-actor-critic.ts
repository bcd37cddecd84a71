// One soft actor-critic update: twin critics as an ensemble, actor, temperature and targets, one shared Adam step.

import * as tf from '@tensorflow/tfjs'
import { adam } from '../../../agents/tensor/adam.ts'
import { lossAndGradient } from '../../../agents/tensor/gradient.ts'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { createMlp } from '../../../agents/tensor/mlp.ts'
import type { Program } from '../../../agents/tensor/program.ts'
import { sampleSquashed, squashedGaussian } from '../../../agents/tensor/squashed-gaussian.ts'
import { fillNormal, type ProgramCase, seededRandom } from './program-case.ts'

export interface SoftActorCriticOptions {
  readonly observation: number
  readonly action: number
  readonly hidden: readonly number[]
  readonly batch: number
  readonly layerNorm: boolean
}

const tau = 0.005

export function softActorCritic(options: SoftActorCriticOptions): ProgramCase {
  const { observation, action, hidden, batch, layerNorm } = options
  const actor = createMlp({ name: 'actor', sizes: [observation, ...hidden, 2 * action], activation: 'relu' })
  const critic = createMlp({
    name: 'critic',
    sizes: [observation + action, ...hidden, 1],
    activation: 'relu',
    layerNorm,
    members: 2,
  })
  const temperature = { name: 'log-temperature', shape: [1], initial: { constant: Math.log(0.1) } }
  const layout = createLayout([...actor.parameters, temperature, ...critic.parameters])
  const target = createLayout(critic.parameters)
  const criticRange: [number, number] = [layout.size - target.size, target.size]
  const act = (views: Readonly<Record<string, tf.Tensor>>, x: tf.Tensor, noise: tf.Tensor) =>
    sampleSquashed(squashedGaussian(actor.forward(views, x)), noise)
  const value = (views: Readonly<Record<string, tf.Tensor>>, x: tf.Tensor, a: tf.Tensor) =>
    critic.forward(views, tf.concat([x, a], 1))

  const program: Program<Record<string, readonly number[]>, Record<string, readonly number[]>> = {
    name: `sac/${hidden.join('x')}${layerNorm ? '/layer-norm' : ''}`,
    inputs: {
      observation: [batch, observation],
      action: [batch, action],
      reward: [batch, 1],
      discount: [batch, 1],
      next: [batch, observation],
      noise: [batch, action],
      nextNoise: [batch, action],
    },
    state: {
      parameters: [layout.size],
      first: [layout.size],
      second: [layout.size],
      step: [],
      target: [target.size],
    },
    define(given, state) {
      const input = given as Readonly<Record<string, tf.Tensor>>
      const frozen = layout.views(state.parameters!)
      const alpha = tf.exp(frozen['log-temperature']!)
      const next = act(frozen, input.next!, input.nextNoise!)
      const nextValue = tf.min(value(target.views(state.target!), input.next!, next.action), 0)
      const soft = tf.sub(nextValue, tf.mul(alpha, next.logProbability))
      const goal = tf.add(input.reward!, tf.mul(input.discount!, soft))

      // The temperature falls while the entropy is above its target of -action, and moves nothing but itself.
      const entropy = tf.neg(tf.mean(act(frozen, input.observation!, input.noise!).logProbability))
      const entropyGap = tf.add(entropy, action)
      const { gradient, report } = lossAndGradient(state.parameters!, (parameters) => {
        const views = layout.views(parameters)
        const error = tf.squaredDifference(value(views, input.observation!, input.action!), tf.expandDims(goal, 0))
        const sample = act(views, input.observation!, input.noise!)
        const own = tf.min(value(frozen, input.observation!, sample.action), 0)
        const criticLoss = tf.mul(tf.mean(error), 2)
        const actorLoss = tf.mean(tf.sub(tf.mul(alpha, sample.logProbability), own))
        const temperatureLoss = tf.sum(tf.mul(views['log-temperature']!, entropyGap))
        return {
          loss: tf.add(tf.add(criticLoss, actorLoss), temperatureLoss),
          report: { critic: criticLoss, actor: actorLoss, entropy, value: tf.mean(own) },
        }
      })
      const stepped = adam(state as never, gradient, { learningRate: 1e-3 })
      const critics = tf.slice(stepped.parameters, [criticRange[0]], [criticRange[1]])
      const moved = tf.add(tf.mul(state.target!, 1 - tau), tf.mul(critics, tau))
      return { outputs: report, state: { ...stepped, target: moved } }
    },
  }
  const parameters = layout.initialise(seededRandom(1))
  return {
    program,
    state: {
      parameters: { shape: [layout.size], values: parameters },
      first: { shape: [layout.size] },
      second: { shape: [layout.size] },
      step: { shape: [] },
      target: { shape: [target.size], values: parameters.slice(-target.size) },
    },
    fill(arrays, random) {
      for (const values of Object.values(arrays)) fillNormal(values, random)
      for (let i = 0; i < batch * action; i++) arrays.action![i] = Math.tanh(arrays.action![i]!)
      arrays.discount!.fill(0.99)
    },
  }
}
