// TD3 as pure functions: an update of the critics, the delayed one of actor and targets, and acting.

import * as tf from '@tensorflow/tfjs'
import { type ActingPrograms, actingPrograms } from '../acting.ts'
import { clippedTarget, criticLoss, follow } from '../bellman.ts'
import type { LearnerSizes, RandomStream } from '../contract.ts'
import { transitionShapes } from '../replay-buffer.ts'
import { adam } from '../tensor/adam.ts'
import { lossAndGradient } from '../tensor/gradient.ts'
import type { Program } from '../tensor/program.ts'
import { actorLoss, smoothedActions } from './losses.ts'
import type { Td3Networks } from './networks.ts'
import type { Td3Settings } from './settings.ts'

/** What an update of the critics reads and replaces; `step` counts these. */
function criticState({ actor, critics: { layout } }: Td3Networks) {
  return {
    critic: [layout.size],
    first: [layout.size],
    second: [layout.size],
    step: [],
    criticTarget: [layout.size],
    actorTarget: [actor.size],
  }
}

/** What the delayed update reads and replaces. */
function actorState({ actor, critics: { layout } }: Td3Networks) {
  return {
    actor: [actor.size],
    actorFirst: [actor.size],
    actorSecond: [actor.size],
    actorStep: [],
    actorTarget: [actor.size],
    critic: [layout.size],
    criticTarget: [layout.size],
  }
}

export function initialState(networks: Td3Networks, random: RandomStream) {
  const shapes = { ...criticState(networks), ...actorState(networks) }
  const actor = networks.actor.initialise(random)
  const critic = networks.critics.layout.initialise(random)
  return {
    actor: { shape: shapes.actor, values: actor },
    actorFirst: { shape: shapes.actorFirst },
    actorSecond: { shape: shapes.actorSecond },
    actorStep: { shape: shapes.actorStep },
    actorTarget: { shape: shapes.actorTarget, values: actor },
    critic: { shape: shapes.critic, values: critic },
    first: { shape: shapes.first },
    second: { shape: shapes.second },
    step: { shape: shapes.step },
    criticTarget: { shape: shapes.criticTarget, values: critic },
  }
}

function updateInputs(sizes: LearnerSizes, batch: number) {
  return {
    ...transitionShapes(sizes, batch),
    nextNoise: [batch, sizes.action],
  }
}

/** One gradient step of the critics. */
export function updateProgram(
  networks: Td3Networks,
  settings: Td3Settings,
): Program<ReturnType<typeof updateInputs>, ReturnType<typeof criticState>> {
  const { critics, policy, sizes } = networks
  return {
    name: 'td3/update',
    inputs: updateInputs(sizes, settings.batch),
    state: criticState(networks),
    define(inputs, state) {
      const nextActions = smoothedActions({
        actions: policy(state.actorTarget, inputs.nextObservations),
        noise: inputs.nextNoise,
        deviation: settings.targetNoise,
        limit: settings.targetNoiseLimit,
      })
      const target = clippedTarget({
        rewards: inputs.rewards,
        continues: inputs.continues,
        nextValues: critics.values(state.criticTarget, tf.concat([inputs.nextObservations, nextActions], 1)),
        discount: settings.discount,
      })
      const taken = tf.concat([inputs.observations, inputs.actions], 1)
      const { loss, gradient } = lossAndGradient(state.critic, (vector) => ({
        loss: criticLoss(critics.values(vector, taken), target),
        report: {},
      }))
      const { learningRate } = settings
      const { parameters, ...moments } = adam({ ...state, parameters: state.critic }, gradient, { learningRate })
      return { outputs: { 'critic/loss': loss }, state: { ...moments, critic: parameters } }
    },
  }
}

/** One gradient step of the actor, and a step of all targets. */
export function delayedProgram(
  networks: Td3Networks,
  settings: Td3Settings,
): Program<{ observations: number[] }, ReturnType<typeof actorState>> {
  const { critics, policy, sizes } = networks
  const { tau, learningRate } = settings
  return {
    name: 'td3/delayed-update',
    inputs: { observations: [settings.batch, sizes.observation] },
    state: actorState(networks),
    define({ observations }, state) {
      const { loss, gradient } = lossAndGradient(state.actor, (vector) => {
        const chosen = tf.concat([observations, policy(vector, observations)], 1)
        return { loss: actorLoss(critics.firstValue(state.critic, chosen)), report: {} }
      })
      const { actor: parameters, actorFirst: first, actorSecond: second, actorStep: step } = state
      const stepped = adam({ parameters, first, second, step }, gradient, { learningRate })
      return {
        outputs: { 'actor/loss': loss },
        state: {
          actor: stepped.parameters,
          actorFirst: stepped.first,
          actorSecond: stepped.second,
          actorStep: stepped.step,
          actorTarget: follow(state.actorTarget, stepped.parameters, tau),
          criticTarget: follow(state.criticTarget, state.critic, tau),
        },
      }
    },
  }
}

/** The policy, with Gaussian noise on top while exploring. */
export function acting(networks: Td3Networks, settings: Td3Settings): ActingPrograms {
  return actingPrograms({
    id: 'td3',
    observation: networks.sizes.observation,
    noise: networks.sizes.action,
    state: { actor: actorState(networks).actor },
    explore(observation, noise, { actor }) {
      const action = tf.add(networks.policy(actor!, observation), tf.mul(noise, settings.explorationNoise))
      return tf.clipByValue(action, -1, 1)
    },
    exploit: (observation, { actor }) => networks.policy(actor!, observation),
  })
}
