// Soft actor-critic as two pure functions: one update of everything, and acting.

import * as tf from '@tensorflow/tfjs'
import { type ActingPrograms, actingPrograms } from '../acting.ts'
import { criticLoss, follow } from '../bellman.ts'
import type { LearnerSizes, RandomStream } from '../contract.ts'
import { transitionShapes } from '../replay-buffer.ts'
import { adam, adamShapes, initialAdam } from '../tensor/adam.ts'
import { lossAndGradient } from '../tensor/gradient.ts'
import { joined } from '../tensor/layout.ts'
import type { Program, Store } from '../tensor/program.ts'
import { modeOfSquashed, sampleSquashed } from '../tensor/squashed-gaussian.ts'
import { actorLoss, softTarget, temperatureGradient } from './losses.ts'
import type { SacNetworks } from './networks.ts'
import type { SacSettings } from './settings.ts'

/** State vectors: `parameters` = actor, log temperature, critics; Adam's moments alike; `target` = critics. */
function stateShapes({ actor, critics: { layout } }: SacNetworks) {
  const size = actor.size + 1 + layout.size
  return { ...adamShapes(size), target: [layout.size] }
}

export function initialState(networks: SacNetworks, settings: SacSettings, random: RandomStream) {
  const actor = networks.actor.initialise(random)
  const critic = networks.critics.layout.initialise(random)
  return {
    ...initialAdam(joined([actor, Float32Array.of(Math.log(settings.initialTemperature)), critic])),
    target: { shape: [critic.length], values: critic },
  }
}

/**
 * New critics, their target and their moments. Adam's count of steps is the actor's too and stays: the first steps of the
 * new critics are not corrected for empty moments, and up to three times as long.
 *
 * @source Lee, Smith and Abbeel 2021 (PEBBLE): values of another reward are in the way
 */
export function forgetValues(store: Store, { actor, critics }: SacNetworks, random: RandomStream): void {
  const critic = critics.layout.initialise(random)
  const begin = actor.size + 1
  store.read('parameters').set(critic, begin)
  for (const moments of ['first', 'second']) store.read(moments).fill(0, begin)
  store.write('target', critic)
}

function updateInputs(sizes: LearnerSizes, batch: number) {
  return {
    ...transitionShapes(sizes, batch),
    noise: [batch, sizes.action],
    nextNoise: [batch, sizes.action],
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

/** Sampled with the noise handed in; without it, the mode of the policy. */
export function acting(networks: SacNetworks): ActingPrograms {
  return actingPrograms({
    id: 'sac',
    observation: networks.sizes.observation,
    noise: networks.sizes.action,
    state: { parameters: stateShapes(networks).parameters },
    explore: (observation, noise, state) =>
      sampleSquashed(policyOf(networks, state.parameters!, observation), noise).action,
    exploit: (observation, state) => modeOfSquashed(policyOf(networks, state.parameters!, observation)),
  })
}

function policyOf(networks: SacNetworks, parameters: tf.Tensor, observation: tf.Tensor) {
  return networks.policy(tf.slice(parameters, [0], [networks.actor.size]), observation)
}
