// Least squares by an MLP and Adam: the smallest program with a gradient, an optimiser and state.

import * as tf from '@tensorflow/tfjs'
import { adam, adamShapes, initialAdam } from '../../../agents/tensor/adam.ts'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { type Activation, createMlp } from '../../../agents/tensor/mlp.ts'
import type { Program } from '../../../agents/tensor/program.ts'
import { fillNormal, type ProgramCase, seededRandom } from './program-case.ts'

export interface RegressionOptions {
  readonly activation: Activation
  readonly layerNorm: boolean
  readonly clipNorm?: number
}

const [batch, inputs] = [32, 6]

export function regression({ activation, layerNorm, clipNorm }: RegressionOptions): ProgramCase {
  const mlp = createMlp({ name: 'net', sizes: [inputs, 24, 24, 1], activation, layerNorm })
  const layout = createLayout(mlp.parameters)
  const program = {
    name: `regression/${activation}${layerNorm ? '/layer-norm' : ''}${clipNorm ? '/clipped' : ''}`,
    inputs: { x: [batch, inputs], y: [batch, 1], learningRate: [] },
    state: adamShapes(layout.size),
    define({ x, y, learningRate }, state) {
      const loss = (parameters: tf.Tensor) =>
        tf.mean(tf.squaredDifference(mlp.forward(layout.views(parameters), x), y)) as tf.Scalar
      const { value, grad } = tf.valueAndGrad(loss)(state.parameters)
      return {
        outputs: { loss: value },
        state: { ...adam(state, grad, { learningRate, ...(clipNorm && { clipNorm }) }) },
      }
    },
  } satisfies Program<{ x: number[]; y: number[]; learningRate: number[] }, ReturnType<typeof adamShapes>>
  return {
    program,
    state: initialAdam(layout.initialise(seededRandom(1))),
    fill(arrays, random) {
      fillNormal(arrays.x!, random)
      fillNormal(arrays.y!, random)
      arrays.learningRate!.fill(1e-2)
    },
  }
}
