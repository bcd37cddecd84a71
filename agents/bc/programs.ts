// Behaviour cloning as pure functions: one update, and acting.

import type * as tf from '@tensorflow/tfjs'
import { type ActingPrograms, actingPrograms } from '../acting.ts'
import type { LearnerSizes, RandomStream } from '../contract.ts'
import { sampleClipped, weightedCloningLoss } from '../gaussian-actor.ts'
import { initialNormaliser, normalise, normaliserState } from '../normaliser.ts'
import { adam, adamShapes, initialAdam } from '../tensor/adam.ts'
import { entropyOf, logProbabilityOf } from '../tensor/gaussian.ts'
import { lossAndGradient } from '../tensor/gradient.ts'
import type { Program } from '../tensor/program.ts'
import type { BcNetworks } from './networks.ts'
import type { BcSettings } from './settings.ts'

function stateShapes({ actor, sizes }: BcNetworks) {
  const { observationMean, observationVariance } = normaliserState(sizes.observation)
  return { ...adamShapes(actor.layout.size), observationMean, observationVariance }
}

/** State vectors: `parameters` = actor; Adam's moments alike; statistics of the data set. */
export function initialState(networks: BcNetworks, random: RandomStream) {
  return {
    ...initialAdam(networks.actor.layout.initialise(random)),
    ...initialNormaliser(networks.sizes.observation),
  }
}

function updateInputs({ observation, action }: LearnerSizes, batch: number) {
  return { observations: [batch, observation], actions: [batch, action], weights: [batch, 1] }
}

/** One gradient step that makes the actions of the batch likelier. */
export function updateProgram(
  networks: BcNetworks,
  settings: BcSettings,
): Program<ReturnType<typeof updateInputs>, ReturnType<typeof stateShapes>> {
  return {
    name: 'bc/update',
    inputs: updateInputs(networks.sizes, settings.batch),
    state: stateShapes(networks),
    define({ observations, actions, weights }, state) {
      const inputs = normalise(observations, state, settings.observationLimit)
      const { gradient, report } = lossAndGradient(state.parameters, (vector) => {
        const policy = networks.actor.policy(vector, inputs)
        const loss = weightedCloningLoss(logProbabilityOf(policy, actions), weights)
        return { loss, report: { 'policy/loss': loss, entropy: entropyOf(policy) } }
      })
      return { outputs: report, state: { ...adam(state, gradient, { learningRate: settings.learningRate }) } }
    },
  }
}

function actingShapes(networks: BcNetworks) {
  const { parameters, observationMean, observationVariance } = stateShapes(networks)
  return { parameters, observationMean, observationVariance }
}

/** Sampled with the noise handed in and clipped; without it, the mean of the policy. */
export function acting(networks: BcNetworks, settings: BcSettings): ActingPrograms {
  return actingPrograms({
    id: 'bc',
    observation: networks.sizes.observation,
    noise: networks.sizes.action,
    state: actingShapes(networks),
    explore: (observation, noise, state) => sampleClipped(policyOf(networks, settings, state, observation), noise),
    exploit: (observation, state) => policyOf(networks, settings, state, observation).mean,
  })
}

type Tensors = Readonly<Record<string, tf.Tensor>>

function policyOf({ actor }: BcNetworks, settings: BcSettings, state: Tensors, observations: tf.Tensor) {
  return actor.policy(state.parameters!, normalise(observations, state, settings.observationLimit))
}
