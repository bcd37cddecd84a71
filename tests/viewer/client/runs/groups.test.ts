import { expect, test } from 'vitest'
import {
  configurationsOf,
  differingSettings,
  meanSuccess,
  settingsText,
  statesText,
} from '../../../../viewer/client/runs/groups.ts'
import { someScores, someSummary } from '../../../support/some-summary.ts'

const noisy = { teacher: 'noisy', 'reward.width': 32 }

test('runs that differ in nothing but their seeds are one configuration, by seed', () => {
  const runs = [
    someSummary({ id: 'b', seed: 2, settings: noisy }),
    someSummary({ id: 'c', seed: 1, settings: { ...noisy, teacher: 'skip' } }),
    someSummary({ id: 'a', seed: 1, settings: { 'reward.width': 32, teacher: 'noisy' } }),
    someSummary({ id: 'd', seed: 1, settings: noisy, task: 'push' }),
  ]
  expect(configurationsOf(runs).map((each) => each.runs.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['d']])
})

test('what differs among configurations is named, by the last part of its name', () => {
  const configurations = [
    { settings: noisy },
    { settings: { ...noisy, teacher: 'skip' } },
    { settings: { ...noisy, fast: true } },
  ]
  const names = differingSettings(configurations)
  expect(names).toEqual(['teacher', 'fast'])
  expect(settingsText({ 'reward.width': 32, teacher: 'skip' }, ['teacher', 'reward.width', 'fast'])).toBe(
    'teacher skip, width 32',
  )
})

test('states are counted, and named alone where all are alike', () => {
  expect(statesText([someSummary(), someSummary({ state: 'failed' }), someSummary()])).toBe('2 finished, 1 failed')
  expect(statesText([someSummary(), someSummary()])).toBe('finished')
})

test('success is averaged over the runs that measured it', () => {
  expect(meanSuccess([{ scores: someScores(0.5) }, { scores: someScores(1) }, { scores: null }])).toBe(0.75)
  expect(meanSuccess([{ scores: someScores(null) }])).toBeUndefined()
})
