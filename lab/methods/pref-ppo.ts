// PrefPPO: proximal policy optimisation on the reward that answers taught (Christiano et al. 2017, with B-Pref's
// pretraining). Nothing is remembered beyond a round, so the reward is relabelled for its scale alone, and the critic,
// which is fitted anew each round, has nothing to forget.

import type { PreferenceMethod } from '../method.ts'
import { learnFromPreferences } from './pebble.ts'

export const prefPpo = {
  id: 'pref-ppo',
  title: 'PrefPPO',
  source: 'Christiano et al. 2017; settings: Lee et al. 2021 (B-Pref)',
  online: true,
  needs: ['labels', 'learner=ppo'],
  learns: 'on-policy',
  reward: 'preferences',
  design: () => ({}),
  run: learnFromPreferences,
} satisfies PreferenceMethod
