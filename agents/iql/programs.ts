// Implicit Q-learning as pure functions: one update of everything, and acting.

import * as tf from '@tensorflow/tfjs'
import type { ActingPrograms } from '../acting.ts'
import { bellmanTarget, criticLoss, follow, smallest } from '../bellman.ts'
import type { LearnerSizes, RandomStream } from '../contract.ts'
import { gaussianActing, weightedCloningLoss } from '../gaussian-actor.ts'
import { transitionShapes } from '../replay-buffer.ts'
import { adam, adamShapes, initialAdam } from '../tensor/adam.ts'
import { dropoutFactors } from '../tensor/dropout.ts'
import { logProbabilityOf } from '../tensor/gaussian.ts'
import { lossAndGradient } from '../tensor/gradient.ts'
import { joined } from '../tensor/layout.ts'
import type { Program } from '../tensor/program.ts'
import { advantageWeights, cosineRate, expectileLoss } from './losses.ts'
import type { IqlNetworks } from './networks.ts'
import type { IqlSettings } from './settings.ts'

/** State vectors: `parameters` = actor, value, critics; Adam's moments alike; `target` = critics. */
function stateShapes({ actor, value, critics: { layout } }: IqlNetworks) {
  const size = actor.layout.size + value.size + layout.size
  return { ...adamShapes(size), target: [layout.size] }
}

export function initialState(networks: IqlNetworks, random: RandomStream) {
  const actor = networks.actor.layout.initialise(random)
  const value = networks.value.initialise(random)
  const critic = networks.critics.layout.initialise(random)
  return {
    ...initialAdam(joined([actor, value, critic])),
    target: { shape: [critic.length], values: critic },
  }
}

function updateInputs(sizes: LearnerSizes, { batch, depth, width }: IqlSettings) {
  return {
    ...transitionShapes(sizes, batch),
    dropout: [depth, batch, width],
  }
}

/** One gradient step of all by a shared Adam, each against the others as they were; then the target critics' step. */
export function updateProgram(
  networks: IqlNetworks,
  settings: IqlSettings,
): Program<ReturnType<typeof updateInputs>, ReturnType<typeof stateShapes>> {
  const { actor, value, critics, stateValues, sizes } = networks
  const cuts = [actor.layout.size, value.size, critics.layout.size]
  return {
    name: 'iql/update',
    inputs: updateInputs(sizes, settings),
    state: stateShapes(networks),
    define(inputs, state) {
      const [actorVector, valueVector, criticVector] = tf.split(state.parameters, cuts)
      const taken = tf.concat([inputs.observations, inputs.actions], 1)
      const takenValues = smallest(critics.values(state.target, taken))
      const weights = advantageWeights(tf.sub(takenValues, stateValues(valueVector!, inputs.observations)), settings)
      const target = bellmanTarget({
        rewards: inputs.rewards,
        continues: inputs.continues,
        nextValues: stateValues(valueVector!, inputs.nextObservations),
        discount: settings.discount,
      })
      const rate = settings.actorDropout
      const keep = rate > 0 ? dropoutFactors(inputs.dropout, rate) : undefined

      const ofActor = lossAndGradient(actorVector!, (vector) => {
        const logProbability = logProbabilityOf(actor.policy(vector, inputs.observations, keep), inputs.actions)
        return { loss: weightedCloningLoss(logProbability, weights), report: {} }
      })
      const ofValue = lossAndGradient(valueVector!, (vector) => {
        const difference = tf.sub(takenValues, stateValues(vector, inputs.observations))
        return { loss: expectileLoss(difference, settings.expectile), report: {} }
      })
      const ofCritic = lossAndGradient(criticVector!, (vector) => ({
        loss: criticLoss(critics.values(vector, taken), target),
        report: {},
      }))
      const gradient = tf.concat([ofActor.gradient, ofValue.gradient, ofCritic.gradient])
      const stepped = adam(state, gradient, { learningRate: learningRates(networks, settings, state.step) })
      const newCritic = tf.slice(stepped.parameters, [actor.layout.size + value.size], [critics.layout.size])
      return {
        outputs: {
          'value/loss': ofValue.loss,
          'critic/loss': ofCritic.loss,
          'actor/loss': ofActor.loss,
          'actor/weight': tf.mean(weights),
        },
        state: { ...stepped, target: follow(state.target, newCritic, settings.tau) },
      }
    },
  }
}

/** One number, or one for each parameter where the actor's falls. */
function learningRates(networks: IqlNetworks, { learningRate, decayUpdates }: IqlSettings, step: tf.Tensor) {
  if (decayUpdates === 0) return learningRate
  const { actor, value, critics } = networks
  const falling = tf.mul(tf.ones([actor.layout.size]), cosineRate(learningRate, step, decayUpdates))
  return tf.concat([falling, tf.fill([value.size + critics.layout.size], learningRate)])
}

/** Sampled with the noise handed in and clipped; without it, the mean of the policy. */
export function acting(networks: IqlNetworks): ActingPrograms {
  const [size] = stateShapes(networks).parameters as [number]
  return gaussianActing('iql', networks.actor, networks.sizes, size)
}
