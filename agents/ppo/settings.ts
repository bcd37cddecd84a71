// What proximal policy optimisation can be told. Defaults are those of Stable-Baselines3, which HERON's robots learn with.

import { z } from 'zod'
import { count, positive, share } from '../settings.ts'

/** So small that it holds nothing back. */
export const NO_LEAST_DEVIATION = 1e-8

export const ppoSettings = z.strictObject({
  depth: count(1, 16).default(2).describe('Hidden layers, of policy and critic alike'),
  width: count(1, 4096).default(64).describe('Units in a hidden layer'),
  batch: count(1, 65_536).default(64).describe('Decisions in one update'),
  epochs: count(1, 1000).default(10).describe('Passes over a rollout'),
  learningRate: positive(1).default(3e-4).describe('Step size of Adam'),
  decayRollouts: count(0, 1e9)
    .default(0)
    .describe('Rollouts over which the step size falls to 0 in a straight line; 0 keeps it constant'),
  discount: share().default(0.99).describe('Worth of the next decision, against this one'),
  lambda: share().default(0.95).describe('Weight of longer returns in the advantage, against the critic'),
  clip: positive(10).default(0.2).describe('How far an update may move the probability of an action, as a share'),
  valueWeight: z.number().min(0).max(1000).default(0.5).describe('Weight of the critic in the loss'),
  entropyWeight: z.number().min(0).max(1000).default(0).describe('Weight of entropy in the loss'),
  gradientNorm: positive(1e6).default(0.5).describe('Longest gradient; longer ones are scaled down'),
  targetDivergence: z
    .number()
    .min(0)
    .max(100)
    .default(0)
    .describe('Passes end early once the policy has moved 1.5 times this far, in nats; 0 never ends them early'),
  initialDeviation: positive(100).default(1).describe('Deviation of the exploration noise at the start'),
  leastDeviation: positive(100).default(NO_LEAST_DEVIATION).describe('The noise never falls below this deviation'),
  observations: z
    .enum(['normalised', 'as-given'])
    .default('normalised')
    .describe('Inputs by their running mean and deviation, or as they come'),
  observationLimit: positive(1000).default(10).describe('Normalised inputs are cut off at this many deviations'),
  rewards: z
    .enum(['as-given', 'scaled'])
    .default('as-given')
    .describe('As they come, or divided by the running deviation of the discounted return'),
})

export type PpoSettings = z.infer<typeof ppoSettings>
