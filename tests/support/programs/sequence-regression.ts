// One step of a transformer that answers each step of a sequence of states and actions, as a reward model would.

import * as tf from '@tensorflow/tfjs'
import { adam, adamShapes, initialAdam } from '../../../agents/tensor/adam.ts'
import { lossAndGradient } from '../../../agents/tensor/gradient.ts'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { createMlp } from '../../../agents/tensor/mlp.ts'
import type { Program } from '../../../agents/tensor/program.ts'
import { createTransformer } from '../../../agents/tensor/transformer.ts'
import { fillNormal, type ProgramCase, seededRandom } from './program-case.ts'

export interface SequenceRegressionOptions {
  readonly batch: number
  readonly steps: number
  readonly width: number
  readonly heads: number
  readonly blocks: number
}

const [stateSize, actionSize] = [5, 2]

export function sequenceRegression({ batch, steps, ...sizes }: SequenceRegressionOptions): ProgramCase {
  const { width } = sizes
  const transformer = createTransformer({ name: 'transformer', ...sizes, steps, tokensPerStep: 2 })
  const linear = (name: string, from: number, to: number) =>
    createMlp({ name, sizes: [from, to], activation: 'gelu', lastDeviation: Math.sqrt(1 / from) })
  const [ofState, ofAction] = [linear('state', stateSize, width), linear('action', actionSize, width)]
  const answer = linear('answer', width, 1)
  const networks = [transformer, ofState, ofAction, answer]
  const layout = createLayout(networks.flatMap(({ parameters }) => parameters))
  const program: Program<Record<string, readonly number[]>, Record<string, readonly number[]>> = {
    name: `sequence-regression/${width}`,
    inputs: { states: [batch * steps, stateSize], actions: [batch * steps, actionSize], goal: [batch * steps, 1] },
    state: adamShapes(layout.size),
    define({ states, actions, goal }, state) {
      const { gradient, report } = lossAndGradient(state.parameters!, (parameters) => {
        const views = layout.views(parameters)
        const pairs = tf.stack([ofState.forward(views, states!), ofAction.forward(views, actions!)], 1)
        const found = transformer.forward(views, tf.reshape(pairs, [batch, 2 * steps, width]))
        // A step's answer is read from its action, the later of its two tokens.
        const last = tf.slice(tf.reshape(found, [batch * steps, 2, width]), [0, 1, 0], [-1, 1, -1])
        const loss = tf.mean(tf.squaredDifference(answer.forward(views, tf.squeeze(last, [1])), goal!))
        return { loss, report: { loss } }
      })
      // A key's bias has a gradient of zero. Adam would make steps of its rounding errors, which no two executors share.
      const settings = { learningRate: 3e-3, epsilon: 1e-5 }
      return { outputs: report, state: { ...adam(state as never, gradient, settings) } }
    },
  }
  return {
    program,
    state: initialAdam(layout.initialise(seededRandom(1))),
    fill(arrays, random) {
      for (const values of Object.values(arrays)) fillNormal(values, random)
    },
  }
}
