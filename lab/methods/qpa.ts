// QPA: the teacher is asked about what the policy does now (Hu et al. 2024). PEBBLE, where pairs come uniformly from the
// newest episodes alone, half of every batch is drawn from these episodes too, the reward model is a single network, and
// each answered pair is seen in many crops at once.
//
// What is easily got wrong: recent batches end when the labels do; crops stay inside the segment; the authors' code crops
// on locomotion and not on Meta-World (`copies: 0` does that).

import { z } from 'zod'
import { count, share } from '../../agents/settings.ts'
import type { PreferenceMethod } from '../method.ts'
import { learnFromPreferences } from './pebble.ts'

const settings = z.strictObject({
  newest: count(1, 1e6).default(10).describe('Episodes of the policy that count as recent'),
  recentShare: share().default(0.5).describe('Share of a batch that is drawn from them while labels are left'),
  copies: count(0, 1000).default(20).describe('Crops of each answered pair in an update; 0 learns from whole segments'),
  shortest: share().default(0.7).describe('Length of the shortest crop, as a share of the segment'),
  longest: share().default(0.9).describe('Length of the longest'),
})

export const qpa = {
  id: 'qpa',
  title: 'QPA',
  source: 'Hu et al. 2024 (query-policy misalignment)',
  online: true,
  needs: ['labels'],
  learns: 'off-policy',
  reward: 'preferences',
  settings,
  design: ({ newest, recentShare, copies, shortest, longest }) => ({
    members: 1,
    newestEpisodes: newest,
    recentReplay: { episodes: newest, share: recentShare },
    ...(copies > 0 ? { crops: { window: 0, shortest, longest, copies } } : {}),
  }),
  run: learnFromPreferences,
} satisfies PreferenceMethod<typeof settings>
