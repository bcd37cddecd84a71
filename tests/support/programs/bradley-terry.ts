// One step of an ensemble of reward networks on labelled pairs of segments.

import * as tf from '@tensorflow/tfjs'
import { adam, adamShapes, initialAdam } from '../../../agents/tensor/adam.ts'
import { lossAndGradient } from '../../../agents/tensor/gradient.ts'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { createMlp } from '../../../agents/tensor/mlp.ts'
import type { Program } from '../../../agents/tensor/program.ts'
import { fillNormal, type ProgramCase, seededRandom } from './program-case.ts'

export interface BradleyTerryOptions {
  readonly members: number
  readonly hidden: readonly number[]
  readonly inputs: number
  readonly pairs: number
  readonly length: number
}

export function bradleyTerry({ members, hidden, inputs, pairs, length }: BradleyTerryOptions): ProgramCase {
  const net = createMlp({ name: 'reward', sizes: [inputs, ...hidden, 1], activation: 'leaky-relu', members })
  const layout = createLayout(net.parameters)
  const program: Program<Record<string, readonly number[]>, Record<string, readonly number[]>> = {
    name: `bradley-terry/${members}x${hidden.join('x')}`,
    inputs: { rows: [2 * pairs * length, inputs], labels: [1, pairs] },
    state: adamShapes(layout.size),
    define({ rows, labels }, state) {
      const { gradient, report } = lossAndGradient(state.parameters!, (parameters) => {
        const rewards = tf.tanh(net.forward(layout.views(parameters), rows!))
        const returns = tf.sum(tf.reshape(rewards, [members, 2, pairs, length]), 3)
        const [first, second] = tf.unstack(returns, 1) as [tf.Tensor, tf.Tensor]
        const logit = tf.sub(first, second)
        const loss = tf.mean(tf.sub(tf.softplus(logit), tf.mul(labels!, logit)), 1)
        return { loss: tf.sum(loss), report: { loss } }
      })
      return { outputs: report, state: { ...adam(state as never, gradient, { learningRate: 1e-3 }) } }
    },
  }
  return {
    program,
    state: initialAdam(layout.initialise(seededRandom(1))),
    fill(arrays, random) {
      fillNormal(arrays.rows!, random)
      for (let i = 0; i < pairs; i++) arrays.labels![i] = random.uniform() < 0.5 ? 0 : 1
    },
  }
}
