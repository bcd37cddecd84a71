// The denoiser: an MLP that tells the noise in a chunk of actions, given the observation and the step of the schedule.

import * as tf from '@tensorflow/tfjs'
import type { LearnerSizes } from '../contract.ts'
import { createLayout, type Layout } from '../tensor/layout.ts'
import { createMlp } from '../tensor/mlp.ts'
import { cosineSchedule, samplingSteps } from './noise-schedule.ts'
import type { DiffusionSettings } from './settings.ts'
import { stepEmbeddings } from './step-embedding.ts'

export interface DiffusionNetworks {
  readonly sizes: LearnerSizes
  /** Numbers in a chunk of actions. */
  readonly chunkSize: number
  readonly layout: Layout
  /** abar of each step. */
  readonly kept: Float64Array
  readonly sampleSteps: readonly number[]
  /** A row for each step, [noiseSteps, embedding]. */
  readonly embeddings: Float32Array
  /** @returns the noise in `noisy`, [batch, chunk] */
  denoise(vector: tf.Tensor, inputs: DenoiserInputs): tf.Tensor
}

export interface DenoiserInputs {
  /** [batch, chunk] */
  readonly noisy: tf.Tensor
  /** Of the step that each row is at, [batch, embedding]. */
  readonly embedded: tf.Tensor
  /** Normalised, [batch, observation]. */
  readonly observations: tf.Tensor
}

export function diffusionNetworks(sizes: LearnerSizes, settings: DiffusionSettings): DiffusionNetworks {
  const { depth, width, embedding, chunk, noiseSteps, sampleSteps } = settings
  const chunkSize = chunk * sizes.action
  const net = createMlp({
    name: 'denoiser',
    sizes: [chunkSize + embedding + sizes.observation, ...Array<number>(depth).fill(width), chunkSize],
    activation: 'gelu',
  })
  const layout = createLayout(net.parameters)
  return {
    sizes,
    chunkSize,
    layout,
    kept: cosineSchedule(noiseSteps),
    sampleSteps: samplingSteps(noiseSteps, sampleSteps),
    embeddings: stepEmbeddings(noiseSteps, embedding),
    denoise: (vector, { noisy, embedded, observations }) =>
      net.forward(layout.views(vector), tf.concat([noisy, embedded, observations], 1)),
  }
}
