// What implicit Q-learning can be told. Defaults are those of the authors' code for Kitchen and Adroit.

import { z } from 'zod'
import { count, positive, share } from '../settings.ts'

export const iqlSettings = z.strictObject({
  depth: count(1, 16).default(2).describe('Hidden layers of actor, value and critics'),
  width: count(1, 4096).default(256).describe('Units in a hidden layer'),
  batch: count(1, 65_536).default(256).describe('Transitions in one update'),
  learningRate: positive(1).default(3e-4).describe('Step size of Adam, for actor, value and critics'),
  discount: share().default(0.99).describe('Worth of the next decision, against this one'),
  tau: positive(1).default(0.005).describe('Share of the new critics in the target critics at each update'),
  expectile: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.7)
    .describe('Of the values of actions in the data, as V: 0.5 is their mean, near 1 the best of them'),
  beta: z.number().min(0).max(1000).default(0.5).describe('How much better actions weigh more; 0 clones all alike'),
  weightLimit: positive(1e6).default(100).describe('Most that an action weighs'),
  actorDropout: z.number().min(0).lt(1).default(0.1).describe("Share of the actor's hidden units dropped"),
  decayUpdates: count(0, 1e9)
    .default(1_000_000)
    .describe("Updates over which the actor's step size falls to 0 along a cosine; 0 keeps it"),
})

export type IqlSettings = z.infer<typeof iqlSettings>
