// What AWAC can be told. Defaults are those of the authors' code for locomotion.

import { z } from 'zod'
import { count, positive, share } from '../settings.ts'

export const awacSettings = z.strictObject({
  actorDepth: count(1, 16).default(4).describe('Hidden layers of the actor'),
  criticDepth: count(1, 16).default(2).describe('Hidden layers of the critics'),
  width: count(1, 4096).default(256).describe('Units in a hidden layer'),
  batch: count(1, 65_536).default(1024).describe('Transitions in one update'),
  learningRate: positive(1).default(3e-4).describe('Step size of Adam, for actor and critics'),
  weightDecay: z.number().min(0).max(1).default(1e-4).describe("Pull of the actor's parameters towards 0"),
  discount: share().default(0.99).describe('Worth of the next decision, against this one'),
  tau: positive(1).default(0.005).describe('Share of the new critics in the target critics at each update'),
  temperature: positive(1e6).default(1).describe('How little better actions weigh more; large clones all alike'),
})

export type AwacSettings = z.infer<typeof awacSettings>
