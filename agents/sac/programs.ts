// Soft actor-critic as two pure functions: one update of everything, and acting.

import * as tf from '@tensorflow/tfjs'
import { adam } from '../tensor/adam.ts'
import { lossAndGradient } from '../tensor/gradient.ts'
import type { Program } from '../tensor/program.ts'
import { modeOfSquashed, sampleSquashed } from '../tensor/squashed-gaussian.ts'
import { actorLoss, criticLoss, softTarget, temperatureGradient } from './losses.ts'
import type { SacNetworks } from './networks.ts'
import type { SacSettings } from './settings.ts'

export interface SacSizes {
  readonly observation: number
  readonly action: number
}

/** State vectors: `parameters` = actor, log temperature, critics; Adam's moments alike; `target` = critics. */
export function sacState({ actor, critic }: SacNetworks) {
  const size = actor.size + 1 + critic.size
  return { parameters: [size], first: [size], second: [size], step: [], target: [critic.size] }
}

type SacState = ReturnType<typeof sacState>
export type UpdateInputs = ReturnType<typeof updateInputs>

function updateInputs({ observation, action }: SacSizes, batch: number) {
  return {
    observations: [batch, observation],
    actions: [batch, action],
    rewards: [batch, 1],
    nextObservations: [batch, observation],
    noise: [batch, action],
    nextNoise: [batch, action],
  }
}

/** One gradient step of critics, actor and temperature by a shared Adam, then the target's. */
export function updateProgram(
  networks: SacNetworks,
  sizes: SacSizes,
  settings: SacSettings,
): Program<UpdateInputs, SacState> {
  const { actor, critic, policy, values } = networks
  return {
    name: 'sac/update',
    inputs: updateInputs(sizes, settings.batch),
    state: sacState(networks),
    define(inputs, state) {
      const [actorVector, logTemperature, criticVector] = tf.split(state.parameters, [actor.size, 1, critic.size])
      const temperature = tf.exp(logTemperature!)

      const next = sampleSquashed(policy(actorVector!, inputs.nextObservations), inputs.nextNoise)
      const target = softTarget({
        rewards: inputs.rewards,
        nextValues: values(state.target, tf.concat([inputs.nextObservations, next.action], 1)),
        nextLogProbability: next.logProbability,
        temperature,
        discount: settings.discount,
      })
      const taken = tf.concat([inputs.observations, inputs.actions], 1)
      const ofCritic = lossAndGradient(criticVector!, (vector) => ({
        loss: criticLoss(values(vector, taken), target),
        report: {},
      }))
      const ofActor = lossAndGradient(actorVector!, (vector) => {
        const now = sampleSquashed(policy(vector, inputs.observations), inputs.noise)
        const chosen = values(criticVector!, tf.concat([inputs.observations, now.action], 1))
        return {
          loss: actorLoss(now.logProbability, chosen, temperature),
          report: { meanLogProbability: tf.mean(now.logProbability) },
        }
      })
      const meanLogProbability = ofActor.report.meanLogProbability!
      const ofTemperature = tf.reshape(temperatureGradient(meanLogProbability, settings.targetEntropy), [1])
      const gradient = tf.concat([ofActor.gradient, ofTemperature, ofCritic.gradient])
      const stepped = adam(state, gradient, { learningRate: settings.learningRate })
      const newCritic = tf.slice(stepped.parameters, [actor.size + 1], [critic.size])
      return {
        outputs: {
          'critic/loss': ofCritic.loss,
          'actor/loss': ofActor.loss,
          temperature: tf.reshape(temperature, []),
          entropy: tf.neg(meanLogProbability),
        },
        state: {
          ...stepped,
          target: tf.add(tf.mul(state.target, 1 - settings.tau), tf.mul(newCritic, settings.tau)),
        },
      }
    },
  }
}

/** Actions for `count` observations, sampled with the noise handed in. */
export function exploreProgram(networks: SacNetworks, sizes: SacSizes, count: number) {
  return {
    name: 'sac/explore',
    inputs: { observations: [count, sizes.observation], noise: [count, sizes.action] },
    state: { parameters: sacState(networks).parameters },
    define: (inputs, state) => ({
      outputs: {
        actions: sampleSquashed(policyOf(networks, state.parameters, inputs.observations), inputs.noise).action,
      },
    }),
  } satisfies Program<{ observations: number[]; noise: number[] }, { parameters: number[] }>
}

/** Actions for `count` observations without noise. */
export function exploitProgram(networks: SacNetworks, sizes: SacSizes, count: number) {
  return {
    name: 'sac/exploit',
    inputs: { observation: [count, sizes.observation] },
    state: { parameters: sacState(networks).parameters },
    define: (inputs, state) => ({
      outputs: { action: modeOfSquashed(policyOf(networks, state.parameters, inputs.observation)) },
    }),
  } satisfies Program<{ observation: number[] }, { parameters: number[] }>
}

function policyOf(networks: SacNetworks, parameters: tf.Tensor, observations: tf.Tensor) {
  return networks.policy(tf.slice(parameters, [0], [networks.actor.size]), observations)
}
