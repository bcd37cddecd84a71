// RUNE: what the reward ensemble disagrees about is worth a look (Liang et al. 2022). PEBBLE, with
//
//   r = mean + b_t deviation,   b_t = b_0 (1 - decay)^t,   t in steps of the environment
//
// Mean and deviation are over the members. Both change at every session, so both are relabelled.

import { z } from 'zod'
import { share } from '../../agents/settings.ts'
import type { PreferenceMethod } from '../method.ts'
import { learnFromPreferences } from './pebble.ts'

const settings = z.strictObject({
  bonus: z.number().min(0).max(100).default(0.05).describe('Deviations of the ensemble that are reward at the start'),
  decay: share().default(1e-5).describe('Share of the bonus that each step of the environment takes away'),
})

export const rune = {
  id: 'rune',
  title: 'RUNE',
  source: 'Liang, Shu, Lee, Abbeel 2022',
  online: true,
  needs: ['labels'],
  reward: 'preferences',
  settings,
  design: ({ bonus, decay }) => ({
    bonus: { after: (steps) => bonus * (1 - decay) ** steps, fades: bonus > 0 && decay > 0 },
  }),
  run: learnFromPreferences,
} satisfies PreferenceMethod<typeof settings>
