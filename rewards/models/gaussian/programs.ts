// The Gaussian reward model as pure functions: one step of learning from answered pairs, what it expects of pairs, and the
// rewards of steps.

import * as tf from '@tensorflow/tfjs'
import { adam } from '../../../agents/tensor/adam.ts'
import { lossAndGradient } from '../../../agents/tensor/gradient.ts'
import type { Program } from '../../../agents/tensor/program.ts'
import {
  gaussianReturnDifference,
  moderatedLogOdds,
  type ReturnDifference,
  sampledPreferenceLoss,
} from '../../losses/sampled-preference.ts'
import { entropyFloor, type UncertainReward, unitGaussianDivergence } from '../../losses/uncertainty.ts'
import { type NetworkShapes, type NetworkState, networkState, predictingState } from '../network-state.ts'
import { type GaussianNetwork, largestDeviation, type StepRewards } from './network.ts'

function fitInputs({ sizes, settings }: GaussianNetwork) {
  const { batch, samples, members } = settings
  return {
    /** First segment, then second, of each pair. */
    rows: [batch * 2 * sizes.length, sizes.input],
    /** 1 first preferred, 0 second, 0.5 equal. */
    labels: [batch],
    /** 1 for a pair, 0 for padding. */
    weights: [batch],
    /** Standard normal. */
    noise: [members, samples, batch],
  }
}

export type GaussianFitInputs = ReturnType<typeof fitInputs>

/**
 *   L = sum over members of the weighted mean over pairs of
 *       [ sampled preference loss + lambda * mean regulariser + penalty * mean z^2 ]
 *
 * by Adam, and weights that decay by themselves: p <- p - a (step of Adam + decay p).
 *
 * Outputs: `logOdds` [members, batch] that the first is preferred, uncertainty included, and `deviation` [members, batch] of
 * the steps on average, both before the step.
 *
 * @source Liu et al. 2024 (PEARL), robust reward learning; Loshchilov and Hutter 2019 for the decay
 */
export function gaussianFitProgram(network: GaussianNetwork): Program<GaussianFitInputs, NetworkShapes> {
  const { sizes, settings } = network
  const { learningRate, weightDecay, average } = settings
  return {
    name: 'gaussian-reward/fit',
    inputs: fitInputs(network),
    state: networkState(network.layout, sizes.input),
    define({ rows, labels, weights, noise }, state) {
      const shares = tf.div(weights, tf.sum(weights))
      const { gradient, report } = lossAndGradient(state.parameters, (parameters) => {
        const { steps, difference } = pairRewards(network, { ...state, parameters }, rows)
        const ofPairs = tf.add(sampledPreferenceLoss(difference, noise, labels, average), restraint(steps, network))
        const deviation = tf.mean(steps.deviation, [2, 3])
        return { loss: tf.sum(tf.mul(ofPairs, shares)), report: { logOdds: moderatedLogOdds(difference), deviation } }
      })
      const next = adam(state, gradient, { learningRate })
      const decayed = tf.sub(next.parameters, tf.mul(state.parameters, learningRate * weightDecay))
      return { outputs: report, state: { ...next, parameters: weightDecay === 0 ? next.parameters : decayed } }
    },
  }
}

/** lambda * mean regulariser + penalty * mean z^2, [members, pairs] */
function restraint(steps: StepRewards, network: GaussianNetwork): tf.Tensor {
  const { regulariserWeight, outputPenalty } = network.settings
  const regulariser = tf.mul(tf.mean(regularised(steps, network), [2, 3]), regulariserWeight)
  return tf.add(regulariser, tf.mul(tf.mean(tf.square(steps.z), [2, 3]), outputPenalty))
}

function regularised(steps: UncertainReward, { settings, sizes }: GaussianNetwork): tf.Tensor {
  const { regulariser, floor } = settings
  return regulariser === 'entropy-floor'
    ? entropyFloor(steps, floor * largestDeviation(sizes))
    : unitGaussianDivergence(steps)
}

interface PairRewards {
  /** [members, pairs, 2, length] */
  readonly steps: StepRewards
  /** [members, pairs] */
  readonly difference: ReturnDifference
}

/** @param rows [pairs * 2 * length, input] */
function pairRewards(network: GaussianNetwork, state: NetworkState, rows: tf.Tensor): PairRewards {
  const { length } = network.sizes
  const { z, mean, deviation, weights } = network.forward(state, rows, length)
  const paired = (x: tf.Tensor) => tf.reshape(x, [network.settings.members, -1, 2, length])
  const steps = {
    ...{ z: paired(z), mean: paired(mean), deviation: paired(deviation) },
    weights: weights && paired(weights),
  }
  return { steps, difference: gaussianReturnDifference(steps) }
}

/** Outputs: `logOdds` that the first is preferred, uncertainty included, [members, count] */
export function gaussianPairsProgram(network: GaussianNetwork, count: number) {
  const { sizes, layout } = network
  return {
    name: `gaussian-reward/pairs-${count}`,
    inputs: { rows: [count * 2 * sizes.length, sizes.input] },
    state: predictingState(networkState(layout, sizes.input)),
    define: ({ rows }, state) => ({
      outputs: { logOdds: moderatedLogOdds(pairRewards(network, state, rows).difference) },
    }),
  } satisfies Program<{ readonly rows: readonly number[] }, ReturnType<typeof predictingState>>
}

/** Outputs: `mean` in [-1, 1] and `deviation` of every step of `count` windows, [members, count, memory] */
export function gaussianStepsProgram(network: GaussianNetwork, count: number) {
  const { sizes, layout, memory } = network
  return {
    name: `gaussian-reward/steps-${count}`,
    inputs: { rows: [count * memory, sizes.input] },
    state: predictingState(networkState(layout, sizes.input)),
    define({ rows }, state) {
      const { mean, deviation } = network.forward(state, rows, memory)
      return { outputs: { mean, deviation } }
    },
  } satisfies Program<{ readonly rows: readonly number[] }, ReturnType<typeof predictingState>>
}
