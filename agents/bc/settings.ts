// What behaviour cloning can be told. Defaults are those of the actor that implicit Q-learning clones with.

import { z } from 'zod'
import { count, positive } from '../settings.ts'

export const bcSettings = z.strictObject({
  depth: count(1, 16).default(2).describe('Hidden layers'),
  width: count(1, 4096).default(256).describe('Units in a hidden layer'),
  batch: count(1, 65_536).default(256).describe('Decisions in one update'),
  learningRate: positive(1).default(3e-4).describe('Step size of Adam'),
  observationLimit: positive(1000).default(10).describe('Normalised inputs are cut off at this many deviations'),
})

export type BcSettings = z.infer<typeof bcSettings>
