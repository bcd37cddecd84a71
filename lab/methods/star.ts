// STAR's preference margin (Bai et al. 2025): PEBBLE with targets 1 - eps and eps, so that returns stop parting at
// ln((1 - eps) / eps) instead of growing for as long as they are fitted.
//
// The paper has a second part, a policy that is held near the Boltzmann policy of values learned from remembered actions
// alone; it is not done here.

import { z } from 'zod'
import type { PreferenceMethod } from '../method.ts'
import { learnFromPreferences } from './pebble.ts'

const settings = z.strictObject({
  margin: z.number().min(0).max(0.5).default(0.05).describe('eps: how far a target stays from certainty'),
})

export const star = {
  id: 'star',
  title: 'Label smoothing (STAR)',
  source: 'Bai et al. 2025, its preference margin',
  online: true,
  needs: ['labels'],
  reward: 'preferences',
  settings,
  design: ({ margin }) => ({ labelSmoothing: margin }),
  run: learnFromPreferences,
} satisfies PreferenceMethod<typeof settings>
