import { expect, test } from 'vitest'
import { noCounts } from '../../../../lab/training/counters.ts'
import { passRecordedEpisodes } from '../../../../lab/training/person/open.ts'
import { trainingSeed } from '../../../../lab/training/seeds.ts'

test('a run that goes on gathers no episode under the seed of one that somebody may have judged', () => {
  const counters = { ...noCounts(), episodes: 4 }
  const recordedSeeds = () => [trainingSeed(3, 2), trainingSeed(3, 12), trainingSeed(3, 7)]
  passRecordedEpisodes({ counters, person: { footage: { recordedSeeds } } })
  expect(counters.episodes).toBe(13)
})

test('a run whose checkpoint is ahead of all recordings stays where it is', () => {
  const counters = { ...noCounts(), episodes: 40 }
  passRecordedEpisodes({ counters, person: { footage: { recordedSeeds: () => [trainingSeed(3, 12)] } } })
  expect(counters.episodes).toBe(40)
})
