// What soft actor-critic can be told. Defaults are those of the Meta-World experiments of B-Pref (Lee et al. 2021).

import { z } from 'zod'
import { count, positive, share } from '../settings.ts'

export const sacSettings = z.strictObject({
  depth: count(1, 16).default(3).describe('Hidden layers of actor and critics'),
  width: count(1, 4096).default(256).describe('Units in a hidden layer'),
  batch: count(1, 65_536).default(512).describe('Transitions in one update'),
  learningRate: positive(1).default(3e-4).describe('Step size of Adam, for actor, critics and temperature'),
  discount: share().default(0.99).describe('Worth of the next decision, against this one'),
  tau: positive(1).default(0.005).describe('Share of the new critics in the target critics at each update'),
  entropyPerAction: z
    .number()
    .min(-100)
    .max(100)
    .default(-1)
    .describe('Entropy that the temperature steers to, in nats for each dimension of the action'),
  initialTemperature: positive(100).default(0.1).describe('Weight of entropy at the start'),
  criticLayerNorm: z
    .boolean()
    .default(false)
    .describe('Layer normalisation in the critics: halved the time to success on drawer-open'),
})

export type SacSettings = z.infer<typeof sacSettings>
