// The reward ensemble as pure functions: one step of learning from answered pairs, and the rewards of rows.

import * as tf from '@tensorflow/tfjs'
import { adam } from '../../agents/tensor/adam.ts'
import { blockSizes, gradientInBlocks } from '../../agents/tensor/blocks.ts'
import { createLayout, type Layout } from '../../agents/tensor/layout.ts'
import { createMlp } from '../../agents/tensor/mlp.ts'
import type { Program } from '../../agents/tensor/program.ts'
import { returnDifference } from '../losses/bradley-terry.ts'
import { preferenceLoss } from '../losses/preference-loss.ts'
import type { EnsembleSettings } from './ensemble-settings.ts'
import {
  type NetworkShapes,
  type NetworkState,
  networkState,
  normalisedRows,
  predictingState,
} from './network-state.ts'

export interface EnsembleSizes {
  /** Numbers in a row. */
  readonly input: number
  /** Steps of a segment. */
  readonly length: number
}

export interface EnsembleNetwork {
  readonly sizes: EnsembleSizes
  readonly settings: EnsembleSettings
  readonly layout: Layout
  /** Before the tanh. @param rows [rows, input]; @returns [members, rows, 1] */
  forward(state: NetworkState, rows: tf.Tensor): tf.Tensor
}

export function ensembleNetwork(sizes: EnsembleSizes, settings: EnsembleSettings): EnsembleNetwork {
  const mlp = createMlp({
    name: 'reward',
    sizes: [sizes.input, ...Array<number>(settings.depth).fill(settings.width), 1],
    activation: 'leaky-relu',
    members: settings.members,
    lastDeviation: 0.1,
  })
  const layout = createLayout(mlp.parameters)
  return {
    sizes,
    settings,
    layout,
    forward: (state, rows) => mlp.forward(layout.views(state.parameters), normalisedRows(rows, state)),
  }
}

/** Parameters, Adam's moments and steps, and the normaliser of the inputs. */
export function ensembleState({ layout, sizes }: EnsembleNetwork): NetworkShapes {
  return networkState(layout, sizes.input)
}

function fitInputs({ sizes, settings: { batch } }: EnsembleNetwork) {
  return {
    /** First segment, then second, of each pair. */
    rows: [batch * 2 * sizes.length, sizes.input],
    /** 1 first preferred, 0 second, 0.5 equal. */
    labels: [batch],
    /** 1 for a pair, 0 for padding. */
    weights: [batch],
  }
}

export type FitInputs = ReturnType<typeof fitInputs>

export interface FitOptions {
  /** Numbers that a layer computes for a block. @default 409,600 */
  readonly inBlock?: number
}

/**
 * At 3 x 256 units and 128 pairs of length 50, on one core: 673 ms an update whole, 545 in 8 blocks of these, 543 in 16,
 * which take twice as long to compile. At 64 units blocks gain nothing.
 */
const defaultInBlock = 409_600

/**
 *   L = sum over members of the weighted mean over pairs of [ preference loss + penalty * mean z^2 ]
 *
 * Outputs: `logOdds` [members, batch] that the first is preferred, before the step.
 */
export function fitProgram(
  network: EnsembleNetwork,
  { inBlock = defaultInBlock }: FitOptions = {},
): Program<FitInputs, NetworkShapes> {
  const { sizes, settings } = network
  const { members, batch } = settings
  const pairs = blockSizes(batch, Math.floor(inBlock / (2 * sizes.length * settings.width)))
  return {
    name: 'reward-ensemble/fit',
    inputs: fitInputs(network),
    state: ensembleState(network),
    define({ rows, labels, weights }, state) {
      const blocks = {
        rows: tf.split(
          rows,
          pairs.map((count) => count * 2 * sizes.length),
        ),
        labels: tf.split(labels, pairs),
        shares: tf.split(tf.div(weights, tf.sum(weights)), pairs),
      }
      const { gradient, reports } = gradientInBlocks(state.parameters, pairs.length, (parameters, block) => {
        const shape = [members, pairs[block]!, 2, sizes.length]
        const z = tf.reshape(network.forward({ ...state, parameters }, blocks.rows[block]!), shape)
        const [first, second] = tf.unstack(tf.tanh(z), 2) as [tf.Tensor, tf.Tensor]
        const logOdds = returnDifference(first, second)
        const penalty = tf.mul(tf.mean(tf.square(z), [2, 3]), settings.outputPenalty)
        const loss = tf.add(preferenceLoss(logOdds, blocks.labels[block]!, settings.loss), penalty)
        return { loss: tf.sum(tf.mul(loss, blocks.shares[block]!)), report: { logOdds } }
      })
      const logOdds = tf.concat(
        reports.map((report) => report.logOdds!),
        1,
      )
      return { outputs: { logOdds }, state: { ...adam(state, gradient, { learningRate: settings.learningRate }) } }
    },
  }
}

function estimateInputs({ sizes }: EnsembleNetwork, count: number) {
  return { rows: [count, sizes.input] }
}

export type EstimateInputs = ReturnType<typeof estimateInputs>

/** Output: `rewards` of each member in [-1, 1], [members, count]. */
export function estimateProgram(network: EnsembleNetwork, count: number) {
  return {
    name: `reward-ensemble/estimate-${count}`,
    inputs: estimateInputs(network, count),
    state: predictingState(ensembleState(network)),
    define: ({ rows }, state) => ({
      outputs: { rewards: tf.reshape(tf.tanh(network.forward(state, rows)), [network.settings.members, count]) },
    }),
  } satisfies Program<EstimateInputs, ReturnType<typeof predictingState>>
}
