// What TD3 can be told. Defaults are those of the authors' code.

import { z } from 'zod'
import { count, positive, share } from '../settings.ts'

export const td3Settings = z.strictObject({
  depth: count(1, 16).default(2).describe('Hidden layers of actor and critics'),
  width: count(1, 4096).default(256).describe('Units in a hidden layer'),
  batch: count(1, 65_536).default(256).describe('Transitions in one update'),
  learningRate: positive(1).default(3e-4).describe('Step size of Adam, for actor and critics'),
  discount: share().default(0.99).describe('Worth of the next decision, against this one'),
  tau: positive(1).default(0.005).describe('Share of the new networks in the target networks, whenever these follow'),
  delay: count(1, 1000).default(2).describe('Updates of the critics for each of the actor and the targets'),
  explorationNoise: z.number().min(0).max(10).default(0.1).describe('Deviation of the noise on actions that explore'),
  targetNoise: z.number().min(0).max(10).default(0.2).describe("Deviation of the noise on the target policy's actions"),
  targetNoiseLimit: z.number().min(0).max(10).default(0.5).describe('Where that noise is cut off'),
  criticLayerNorm: z.boolean().default(false).describe('Layer normalisation in the critics'),
})

export type Td3Settings = z.infer<typeof td3Settings>
