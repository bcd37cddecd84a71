// Soft actor-critic as two pure functions: one update of everything, and acting.

import * as tf from '@tensorflow/tfjs'
import { criticLoss, follow } from '../bellman.ts'
import type { LearnerSizes, RandomStream } from '../contract.ts'
import type { ExploitProgram, ExploreProgram } from '../learner-shell.ts'
import { adam } from '../tensor/adam.ts'
import { lossAndGradient } from '../tensor/gradient.ts'
import { joined } from '../tensor/layout.ts'
import type { Program } from '../tensor/program.ts'
import { modeOfSquashed, sampleSquashed } from '../tensor/squashed-gaussian.ts'
import { actorLoss, softTarget, temperatureGradient } from './losses.ts'
import type { SacNetworks } from './networks.ts'
import type { SacSettings } from './settings.ts'

/** State vectors: `parameters` = actor, log temperature, critics; Adam's moments alike; `target` = critics. */
function stateShapes({ actor, critics: { layout } }: SacNetworks) {
  const size = actor.size + 1 + layout.size
  return { parameters: [size], first: [size], second: [size], step: [], target: [layout.size] }
}

export function initialState(networks: SacNetworks, settings: SacSettings, random: RandomStream) {
  const { parameters, first, second, step, target } = stateShapes(networks)
  const actor = networks.actor.initialise(random)
  const critic = networks.critics.layout.initialise(random)
  return {
    parameters: {
      shape: parameters,
      values: joined([actor, Float32Array.of(Math.log(settings.initialTemperature)), critic]),
    },
    first: { shape: first },
    second: { shape: second },
    step: { shape: step },
    target: { shape: target, values: critic },
  }
}

function updateInputs({ observation, action }: LearnerSizes, batch: number) {
  return {
    observations: [batch, observation],
    actions: [batch, action],
    rewards: [batch, 1],
    continues: [batch, 1],
    nextObservations: [batch, observation],
    noise: [batch, action],
    nextNoise: [batch, action],
  }
}

/** One gradient step of critics, actor and temperature by a shared Adam, then the target's. */
export function updateProgram(
  networks: SacNetworks,
  settings: SacSettings,
): Program<ReturnType<typeof updateInputs>, ReturnType<typeof stateShapes>> {
  const { actor, critics, policy, sizes } = networks
  const criticSize = critics.layout.size
  const targetEntropy = settings.entropyPerAction * sizes.action
  return {
    name: 'sac/update',
    inputs: updateInputs(sizes, settings.batch),
    state: stateShapes(networks),
    define(inputs, state) {
      const [actorVector, logTemperature, criticVector] = tf.split(state.parameters, [actor.size, 1, criticSize])
      const temperature = tf.exp(logTemperature!)

      const next = sampleSquashed(policy(actorVector!, inputs.nextObservations), inputs.nextNoise)
      const target = softTarget({
        rewards: inputs.rewards,
        continues: inputs.continues,
        nextValues: critics.values(state.target, tf.concat([inputs.nextObservations, next.action], 1)),
        nextLogProbability: next.logProbability,
        temperature,
        discount: settings.discount,
      })
      const taken = tf.concat([inputs.observations, inputs.actions], 1)
      const ofCritic = lossAndGradient(criticVector!, (vector) => ({
        loss: criticLoss(critics.values(vector, taken), target),
        report: {},
      }))
      const ofActor = lossAndGradient(actorVector!, (vector) => {
        const now = sampleSquashed(policy(vector, inputs.observations), inputs.noise)
        const chosen = critics.values(criticVector!, tf.concat([inputs.observations, now.action], 1))
        return {
          loss: actorLoss(now.logProbability, chosen, temperature),
          report: { meanLogProbability: tf.mean(now.logProbability) },
        }
      })
      const meanLogProbability = ofActor.report.meanLogProbability!
      const ofTemperature = tf.reshape(temperatureGradient(meanLogProbability, targetEntropy), [1])
      const gradient = tf.concat([ofActor.gradient, ofTemperature, ofCritic.gradient])
      const stepped = adam(state, gradient, { learningRate: settings.learningRate })
      const newCritic = tf.slice(stepped.parameters, [actor.size + 1], [criticSize])
      return {
        outputs: {
          'critic/loss': ofCritic.loss,
          'actor/loss': ofActor.loss,
          temperature: tf.reshape(temperature, []),
          entropy: tf.neg(meanLogProbability),
        },
        state: { ...stepped, target: follow(state.target, newCritic, settings.tau) },
      }
    },
  }
}

/** Actions for `count` observations, sampled with the noise handed in. */
export function exploreProgram(networks: SacNetworks, count: number): ExploreProgram {
  return {
    name: 'sac/explore',
    inputs: { observation: [count, networks.sizes.observation], noise: [count, networks.sizes.action] },
    state: { parameters: stateShapes(networks).parameters },
    define: ({ observation, noise }, state) => ({
      outputs: { action: sampleSquashed(policyOf(networks, state.parameters!, observation), noise).action },
    }),
  }
}

/** Actions for `count` observations without noise. */
export function exploitProgram(networks: SacNetworks, count: number): ExploitProgram {
  return {
    name: 'sac/exploit',
    inputs: { observation: [count, networks.sizes.observation] },
    state: { parameters: stateShapes(networks).parameters },
    define: ({ observation }, state) => ({
      outputs: { action: modeOfSquashed(policyOf(networks, state.parameters!, observation)) },
    }),
  }
}

function policyOf(networks: SacNetworks, parameters: tf.Tensor, observation: tf.Tensor) {
  return networks.policy(tf.slice(parameters, [0], [networks.actor.size]), observation)
}
