// A step towards rewards that are known: what a reward model is warmed up with before anybody has answered.

import * as tf from '@tensorflow/tfjs'
import { adam } from '../../agents/tensor/adam.ts'
import { lossAndGradient } from '../../agents/tensor/gradient.ts'
import type { Program } from '../../agents/tensor/program.ts'
import { type EnsembleNetwork, ensembleState } from './ensemble-programs.ts'

function regressionInputs({ sizes }: EnsembleNetwork, count: number) {
  return {
    rows: [count, sizes.input],
    /** Within [-1, 1]. */
    targets: [count, 1],
  }
}

export type RegressionInputs = ReturnType<typeof regressionInputs>

/**
 *   L = sum over members of mean (tanh z - target)^2
 *
 * Output: `loss`, a scalar.
 *
 * @source Cheng et al. 2024 (RIME), eq. 9
 */
export function regressionProgram(
  network: EnsembleNetwork,
  count: number,
): Program<RegressionInputs, ReturnType<typeof ensembleState>> {
  const { learningRate } = network.settings
  return {
    name: `reward-ensemble/regression-${count}`,
    inputs: regressionInputs(network, count),
    state: ensembleState(network),
    define({ rows, targets }, state) {
      const { loss, gradient } = lossAndGradient(state.parameters, (parameters) => {
        const rewards = tf.tanh(network.forward({ ...state, parameters }, rows))
        return { loss: tf.sum(tf.mean(tf.squaredDifference(rewards, targets), [1, 2])), report: {} }
      })
      return { outputs: { loss }, state: { ...adam(state, gradient, { learningRate }) } }
    },
  }
}
