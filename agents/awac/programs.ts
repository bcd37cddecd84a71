// AWAC as pure functions: one update of everything, and acting.

import * as tf from '@tensorflow/tfjs'
import type { ActingPrograms } from '../acting.ts'
import { clippedTarget, criticLoss, follow, smallest } from '../bellman.ts'
import type { LearnerSizes, RandomStream } from '../contract.ts'
import { gaussianActing, sampleClipped, weightedCloningLoss } from '../gaussian-actor.ts'
import { transitionShapes } from '../replay-buffer.ts'
import { adam, adamShapes, initialAdam } from '../tensor/adam.ts'
import { logProbabilityOf } from '../tensor/gaussian.ts'
import { lossAndGradient } from '../tensor/gradient.ts'
import { joined } from '../tensor/layout.ts'
import type { Program } from '../tensor/program.ts'
import { batchWeights } from './losses.ts'
import type { AwacNetworks } from './networks.ts'
import type { AwacSettings } from './settings.ts'

/** State vectors: `parameters` = actor, critics; Adam's moments alike; `target` = critics. */
function stateShapes({ actor, critics: { layout } }: AwacNetworks) {
  const size = actor.layout.size + layout.size
  return { ...adamShapes(size), target: [layout.size] }
}

export function initialState(networks: AwacNetworks, random: RandomStream) {
  const actor = networks.actor.layout.initialise(random)
  const critic = networks.critics.layout.initialise(random)
  return {
    ...initialAdam(joined([actor, critic])),
    target: { shape: [critic.length], values: critic },
  }
}

function updateInputs(sizes: LearnerSizes, batch: number) {
  return {
    ...transitionShapes(sizes, batch),
    noise: [batch, sizes.action],
    nextNoise: [batch, sizes.action],
  }
}

/** One gradient step of critics and actor by a shared Adam, each against the other as it was; then the target's. */
export function updateProgram(
  networks: AwacNetworks,
  settings: AwacSettings,
): Program<ReturnType<typeof updateInputs>, ReturnType<typeof stateShapes>> {
  const { actor, critics, sizes } = networks
  const { learningRate, discount, temperature, weightDecay, tau } = settings
  return {
    name: 'awac/update',
    inputs: updateInputs(sizes, settings.batch),
    state: stateShapes(networks),
    define(inputs, state) {
      const [actorVector, criticVector] = tf.split(state.parameters, [actor.layout.size, critics.layout.size])
      const policy = (observations: tf.Tensor) => actor.policy(actorVector!, observations)
      const { observations, nextObservations } = inputs
      const nextActions = sampleClipped(policy(nextObservations), inputs.nextNoise)
      const target = clippedTarget({
        rewards: inputs.rewards,
        continues: inputs.continues,
        nextValues: critics.values(state.target, tf.concat([nextObservations, nextActions], 1)),
        discount,
      })
      const taken = tf.concat([observations, inputs.actions], 1)
      const own = tf.concat([observations, sampleClipped(policy(observations), inputs.noise)], 1)
      const worth = (rows: tf.Tensor) => smallest(critics.values(criticVector!, rows))
      const weights = batchWeights(tf.sub(worth(taken), worth(own)), temperature)

      const ofActor = lossAndGradient(actorVector!, (vector) => {
        const logProbability = logProbabilityOf(actor.policy(vector, observations), inputs.actions)
        return { loss: weightedCloningLoss(logProbability, weights), report: {} }
      })
      const ofCritic = lossAndGradient(criticVector!, (vector) => ({
        loss: criticLoss(critics.values(vector, taken), target),
        report: {},
      }))
      const decayed = tf.add(ofActor.gradient, tf.mul(actorVector!, weightDecay))
      const stepped = adam(state, tf.concat([decayed, ofCritic.gradient]), { learningRate })
      const newCritic = tf.slice(stepped.parameters, [actor.layout.size], [critics.layout.size])
      return {
        outputs: {
          'critic/loss': ofCritic.loss,
          'actor/loss': ofActor.loss,
          'actor/largest-weight': tf.max(weights),
        },
        state: { ...stepped, target: follow(state.target, newCritic, tau) },
      }
    },
  }
}

/** Sampled with the noise handed in and clipped; without it, the mean of the policy. */
export function acting(networks: AwacNetworks): ActingPrograms {
  const [size] = stateShapes(networks).parameters as [number]
  return gaussianActing('awac', networks.actor, networks.sizes, size)
}
