// Proximal policy optimisation as pure functions: what a rollout was worth and how likely its actions were, several
// updates in one run, and acting.

import * as tf from '@tensorflow/tfjs'
import { type ActingPrograms, actingPrograms } from '../acting.ts'
import type { RandomStream } from '../contract.ts'
import { initialNormaliser, normalise, normaliserState } from '../normaliser.ts'
import { type AdamState, adam, adamShapes, initialAdam } from '../tensor/adam.ts'
import { entropyOf, logProbabilityOf, sampleGaussian } from '../tensor/gaussian.ts'
import { lossAndGradient } from '../tensor/gradient.ts'
import type { Program } from '../tensor/program.ts'
import { clippedPolicyLoss, clippedShare, divergence, valueLoss } from './losses.ts'
import { type PpoNetworks, withLeastDeviation } from './networks.ts'
import { sampleSize } from './samples.ts'
import { NO_LEAST_DEVIATION, type PpoSettings } from './settings.ts'

export interface RolloutShape {
  readonly episodes: number
  readonly steps: number
}

function optimiserShapes({ layout }: PpoNetworks) {
  return adamShapes(layout.size)
}

/** State vectors: `parameters` = policy, log deviation, critic; Adam's moments alike; statistics; counters. */
export function initialState(networks: PpoNetworks, random: RandomStream) {
  return {
    ...initialAdam(networks.layout.initialise(random)),
    ...initialNormaliser(networks.sizes.observation),
    returnVariance: { shape: [] },
    rollouts: { shape: [] },
  }
}

function actingShapes(networks: PpoNetworks) {
  const { observationMean, observationVariance } = normaliserState(networks.sizes.observation)
  return { parameters: optimiserShapes(networks).parameters, observationMean, observationVariance }
}

function assessInputs({ sizes }: PpoNetworks, { episodes, steps }: RolloutShape) {
  return { observations: [episodes, steps + 1, sizes.observation], actions: [episodes * steps, sizes.action] }
}

/** Values and log-probabilities of a whole rollout, and its observations as the networks see them. */
export function assessProgram(
  networks: PpoNetworks,
  settings: PpoSettings,
  shape: RolloutShape,
): Program<ReturnType<typeof assessInputs>, ReturnType<typeof actingShapes>> {
  const { episodes, steps } = shape
  const { observation } = networks.sizes
  return {
    name: 'ppo/assess',
    inputs: assessInputs(networks, shape),
    state: actingShapes(networks),
    define({ observations, actions }, state) {
      const all = seen(observations, state, settings)
      const rows = tf.reshape(all, [episodes * (steps + 1), observation])
      const decided = tf.reshape(tf.slice(all, [0, 0, 0], [episodes, steps, observation]), [-1, observation])
      return {
        outputs: {
          values: networks.values(state.parameters, rows),
          logProbability: logProbabilityOf(networks.policy(state.parameters, decided), actions),
          normalised: decided,
        },
      }
    },
  }
}

export interface ImproveShape {
  /** Rows that the updates are drawn from. */
  readonly samples: number
  /** Updates in one run. */
  readonly updates: number
}

function improveInputs(networks: PpoNetworks, settings: PpoSettings, { samples, updates }: ImproveShape) {
  return { samples: [samples, sampleSize(networks)], order: [updates * settings.batch], learningRate: [] }
}

/** Updates one after the other, each on the next `batch` rows of `order`. */
export function improveProgram(
  networks: PpoNetworks,
  settings: PpoSettings,
  shape: ImproveShape,
): Program<ReturnType<typeof improveInputs>, ReturnType<typeof optimiserShapes>> {
  return {
    name: 'ppo/improve',
    inputs: improveInputs(networks, settings, shape),
    state: optimiserShapes(networks),
    define({ samples, order, learningRate }, state) {
      const rows = tf.gather(samples, tf.cast(order, 'int32'))
      let now: AdamState = state
      let outputs: Readonly<Record<string, tf.Tensor>> = {}
      for (const batch of tf.split(rows, shape.updates)) {
        const { stepped, report } = improve(networks, settings, { state: now, batch, learningRate })
        now = stepped
        outputs = report
      }
      return { outputs, state: { ...now } }
    },
  }
}

interface Improvement {
  readonly state: AdamState
  /** [batch, sample] */
  readonly batch: tf.Tensor
  readonly learningRate: tf.Tensor
}

function improve(networks: PpoNetworks, settings: PpoSettings, { state, batch, learningRate }: Improvement) {
  const { observation, action } = networks.sizes
  const [observations, actions, former, advantages, returns] = tf.split(batch, [observation, action, 1, 1, 1], 1) as [
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
  ]
  const { gradient, report } = lossAndGradient(state.parameters, (vector) => {
    const { policy, values } = networks.both(vector, observations)
    const logRatio = tf.sub(logProbabilityOf(policy, actions), former)
    const ofPolicy = clippedPolicyLoss(logRatio, advantages, settings.clip)
    const ofValue = valueLoss(values, returns)
    const entropy = entropyOf(policy)
    const bonus = tf.mul(entropy, settings.entropyWeight)
    return {
      loss: tf.sub(tf.add(ofPolicy, tf.mul(ofValue, settings.valueWeight)), bonus),
      report: {
        'policy/loss': ofPolicy,
        'critic/loss': ofValue,
        entropy,
        divergence: divergence(logRatio),
        clipped: clippedShare(logRatio, settings.clip),
      },
    }
  })
  const stepped = adam(state, gradient, { learningRate, clipNorm: settings.gradientNorm, epsilon: ADAM_EPSILON })
  if (settings.leastDeviation <= NO_LEAST_DEVIATION) return { stepped, report }
  const parameters = withLeastDeviation(stepped.parameters, networks, settings.leastDeviation)
  return { stepped: { ...stepped, parameters }, report }
}

/** As in Stable-Baselines3 and the authors' code. */
const ADAM_EPSILON = 1e-5

/** Sampled with the noise handed in, not clipped; without it, the mean of the policy in [-1, 1]. */
export function acting(networks: PpoNetworks, settings: PpoSettings): ActingPrograms {
  return actingPrograms({
    id: 'ppo',
    observation: networks.sizes.observation,
    noise: networks.sizes.action,
    state: actingShapes(networks),
    explore: (observation, noise, state) => sampleGaussian(policyOf(networks, settings, state, observation), noise),
    exploit: (observation, state) => tf.clipByValue(policyOf(networks, settings, state, observation).mean, -1, 1),
  })
}

type Tensors = Readonly<Record<string, tf.Tensor>>

function policyOf(networks: PpoNetworks, settings: PpoSettings, state: Tensors, observations: tf.Tensor) {
  return networks.policy(state.parameters!, seen(observations, state, settings))
}

/** Observations as the networks see them. */
function seen(observations: tf.Tensor, state: Tensors, settings: PpoSettings): tf.Tensor {
  return settings.observations === 'normalised'
    ? normalise(observations, state, settings.observationLimit)
    : observations
}
