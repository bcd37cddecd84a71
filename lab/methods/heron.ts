// HERON: rewards from a ranking of what matters (Bukharin et al. 2023). Pairs of segments are compared by a tree over ranked
// factors, the reward model learns from these answers, and the policy from the reward model, all the while.
//
//   r = mean + bonus deviation,   over the members of the ensemble
//
// What is easily got wrong: segments are compared, not states; the learned reward is what the policy learns from (in the
// released robotics code advantages come from the environment's reward); each level has a margin of its own; a tie
// teaches nothing; answers cost no person's time, so there may be thousands.

import { z } from 'zod'
import type { PreferenceMethod } from '../method.ts'
import { learnFromPreferences } from './pebble.ts'

const settings = z.strictObject({
  bonus: z.number().min(0).max(100).default(0).describe('Deviations of the ensemble that are reward'),
})

export const heron = {
  id: 'heron',
  title: 'HERON',
  source: 'Bukharin et al. 2023',
  online: true,
  needs: ['ranking', 'teacher=tree'],
  ranks: true,
  reward: 'preferences',
  settings,
  design: ({ bonus }) => (bonus === 0 ? {} : { bonus: { after: () => bonus, fades: false } }),
  run: learnFromPreferences,
} satisfies PreferenceMethod<typeof settings>
