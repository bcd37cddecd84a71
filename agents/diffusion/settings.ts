// What the diffusion policy can be told. Noise and averaging are those of Chi et al. 2023, the network of Wang et al. 2023.

import { z } from 'zod'
import { count, positive } from '../settings.ts'

export const diffusionSettings = z.strictObject({
  depth: count(1, 16).default(3).describe('Hidden layers of the denoiser'),
  width: count(1, 4096).default(256).describe('Units in a hidden layer'),
  embedding: count(2, 512).default(16).describe('Numbers that tell the denoiser how noisy its input is; even'),
  batch: count(1, 65_536).default(256).describe('Chunks in one update'),
  learningRate: positive(1).default(1e-4).describe('Step size of Adam'),
  chunk: count(1, 256).default(1).describe('Actions that are made up together; only the first is carried out'),
  noiseSteps: count(2, 10_000).default(100).describe('Steps from an action to noise, in training'),
  sampleSteps: count(1, 1000).default(10).describe('Steps from noise to an action, when acting'),
  averaging: z
    .number()
    .min(0)
    .lt(1)
    .default(0.9999)
    .describe('Most that the averaged parameters, which act, keep of themselves at an update'),
  observationLimit: positive(1000).default(10).describe('Normalised inputs are cut off at this many deviations'),
})

export type DiffusionSettings = z.infer<typeof diffusionSettings>
