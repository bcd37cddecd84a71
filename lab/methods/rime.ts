// RIME: answers that the model finds unbelievable are not learned from, or turned round (Cheng et al. 2024). PEBBLE, whose
// reward model is denoised at every pass and starts from the reward of pretraining, so that the critic need not forget.
//
//   trust   D < -ln x + alpha x + min(b_t Var(D), 3),   b_t falls from b_0 to b_1 in a straight line over `passes`
//   turn    D > -ln(tau)
//
// D is the cross-entropy of an answer under the ensemble's mean prediction, x a running mean of the largest trusted D.
//
// What is easily got wrong: x begins at 0, where everything is trusted; x is no maximum but moves by a tenth; the turned
// labels hold for one pass; the step size is warmed up, or the first noisy labels undo the warm start.

import { z } from 'zod'
import { count, positive } from '../../agents/settings.ts'
import type { PreferenceMethod } from '../method.ts'
import { learnFromPreferences } from './pebble.ts'

const settings = z.strictObject({
  alpha: positive(100).default(0.5).describe('Weight of the largest trusted surprise in the threshold'),
  firstTolerance: positive(100).default(3).describe('b_0: weight of the variance of surprise in the threshold'),
  lastTolerance: positive(100).default(1).describe('b_1: what it falls to'),
  passes: count(1, 1e6).default(600).describe('Passes of fitting over which it falls'),
  flip: positive(1).default(0.001).describe('tau: an answer less likely than this is turned round'),
  warmup: count(0, 1e6).default(50).describe('Passes of fitting over which the step size grows to its own'),
  updates: count(0, 1000).default(5).describe('Steps on the reward of pretraining, for each update of the learner'),
})

export const rime = {
  id: 'rime',
  title: 'RIME',
  source: 'Cheng et al. 2024',
  online: true,
  needs: ['labels'],
  learns: 'off-policy',
  reward: 'preferences',
  settings,
  design: ({ updates, ...denoising }) => ({ denoising, warmStart: { updates } }),
  run: learnFromPreferences,
} satisfies PreferenceMethod<typeof settings>
