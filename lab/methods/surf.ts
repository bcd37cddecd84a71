// SURF: answers go further (Park et al. 2022). PEBBLE, whose reward model also learns from pairs that nobody was asked
// about, where it is sure already, and from every pair in crops that are cut anew each time.
//
// What is easily got wrong: the teacher judges the core of a segment, and a crop may reach beyond it, so stored segments
// are longer by `window` at either end; both crops of a pair have the same length and places of their own; a pseudo-label
// comes from the whole core and its loss is taken on crops; an unsure pair counts in the mean, with a loss of 0.

import { z } from 'zod'
import { count, share } from '../../agents/settings.ts'
import type { PreferenceMethod } from '../method.ts'
import { learnFromPreferences } from './pebble.ts'

const settings = z.strictObject({
  window: share().default(0.1).describe('What is stored beyond either end of a segment, as a share of it: 5 of 50'),
  shortest: share().default(0.9).describe('Length of the shortest crop, as a share of the segment'),
  longest: z.number().min(0).max(3).default(1.1).describe('Length of the longest; it fits into what is stored'),
  unlabelled: count(0, 1000).default(10).describe('Pairs without an answer that are kept for each one with an answer'),
  batchRatio: count(0, 64).default(4).describe('Pairs without an answer in an update, for each one with an answer'),
  threshold: z.number().min(0.5).lt(1).default(0.99).describe('How sure the model must be to believe its own answer'),
})

export const surf = {
  id: 'surf',
  title: 'SURF',
  source: 'Park et al. 2022',
  online: true,
  needs: ['labels'],
  reward: 'preferences',
  settings,
  design: ({ window, shortest, longest, unlabelled, batchRatio, threshold }) => ({
    crops: { window, shortest, longest, copies: 1 },
    pseudoLabels: { perLabel: unlabelled, batchRatio, threshold },
  }),
  run: learnFromPreferences,
} satisfies PreferenceMethod<typeof settings>
