// What a Gaussian reward model can be told.

import { z } from 'zod'

const count = (most: number) => z.int().min(1).max(most)
const weight = () => z.number().min(0).max(1e3)

export const gaussianSettings = z.strictObject({
  trunk: z
    .enum(['mlp', 'transformer'])
    .default('mlp')
    .describe('Reads each step by itself, or in the light of those before it in its segment'),
  members: count(32).default(1).describe('Networks that are learned side by side'),
  samples: count(1000).default(5).describe('Rewards that are drawn for each pair of an update'),
  average: z
    .enum(['losses', 'chances'])
    .default('losses')
    .describe('What is averaged over these: their losses, or the chances that they give the answer'),
  regulariser: z
    .enum(['entropy-floor', 'unit-gaussian'])
    .default('entropy-floor')
    .describe('What keeps the uncertainty up: a floor under its entropy, or the divergence from N(0, 1)'),
  regulariserWeight: weight().default(0.1).describe('Weight of the regulariser'),
  floor: z
    .number()
    .gt(0)
    .max(100)
    .default(1)
    .describe('Where the floor lies: the deviation of a difference of returns, as a share of the largest difference'),
  outputPenalty: weight().default(0.01).describe('Weight of the squared mean before its tanh, which would saturate'),
  learningRate: z.number().gt(0).max(1).default(1e-3).describe('Step size of Adam'),
  weightDecay: z.number().min(0).max(100).default(0).describe('Share of the weights that decays, times the step size'),
  batch: count(65_536).default(64).describe('Pairs in one update'),
  labelSmoothing: z.number().min(0).max(0.5).default(0).describe('How far a target stays from certainty'),
  width: count(4096).default(64).describe('Units in a hidden layer, numbers in a token'),
  depth: count(16).default(3).describe('Hidden layers of the mlp'),
  blocks: count(16).default(1).describe('Blocks of attention of the transformer'),
  heads: count(64).default(4).describe('Heads of its attention; they divide the width'),
  segment: z
    .enum(['sum', 'attention'])
    .default('sum')
    .describe('What the rewards of the steps make of a segment in the transformer: their sum, or one that it weighs'),
})

export type GaussianSettings = z.output<typeof gaussianSettings>
