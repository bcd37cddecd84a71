// One step of a convolutional encoder towards given embeddings: forward, backward, Adam. What PyTorch users time first.

import * as tf from '@tensorflow/tfjs'
import { adam, adamShapes } from '../../../agents/tensor/adam.ts'
import { createConvEncoder } from '../../../agents/tensor/conv-encoder.ts'
import { lossAndGradient } from '../../../agents/tensor/gradient.ts'
import { createLayout, type Layout } from '../../../agents/tensor/layout.ts'
import type { Program } from '../../../agents/tensor/program.ts'

export interface EncoderUpdateOptions {
  /** Frames of a batch. */
  readonly frames: number
  /** Height and width. */
  readonly side: number
  readonly filters: readonly number[]
  readonly embedding: number
}

/** The size that is published: four stride-2 convolutions of 32 filters on 32 RGB frames of 84 x 84. */
export const encoder84: EncoderUpdateOptions = { frames: 32, side: 84, filters: [32, 32, 32, 32], embedding: 50 }

type Inputs = Readonly<Record<'frames' | 'goal', readonly number[]>>
type State = Readonly<Record<'parameters' | 'first' | 'second' | 'step', readonly number[]>>

export interface EncoderUpdate {
  /** `frames` [frames, side, side, 3] and `goal` [frames, embedding] in, `loss` out. */
  readonly program: Program<Inputs, State>
  readonly layout: Layout
}

export function encoderUpdate({ frames, side, filters, embedding }: EncoderUpdateOptions): EncoderUpdate {
  const encoder = createConvEncoder({ name: 'encoder', frame: [side, side, 3], filters, embedding })
  const layout = createLayout(encoder.parameters)
  const program: Program<Inputs, State> = {
    name: `encoder-${side}/update`,
    inputs: { frames: [frames, side, side, 3], goal: [frames, embedding] },
    state: adamShapes(layout.size),
    define(inputs, state) {
      const { gradient, report } = lossAndGradient(state.parameters, (parameters) => {
        const found = encoder.forward(layout.views(parameters), inputs.frames)
        const loss = tf.mean(tf.squaredDifference(found, inputs.goal))
        return { loss, report: { loss } }
      })
      return { outputs: report, state: { ...adam(state, gradient, { learningRate: 1e-3 }) } }
    },
  }
  return { program, layout }
}
