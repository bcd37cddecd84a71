import { expect, test } from 'vitest'
import { calibration } from '../../../../lab/report/sections/calibration.ts'
import type { ReliabilityBin } from '../../../../rewards/metrics.ts'
import { someRun } from '../../../support/some-run.ts'

function sectionOf(reliability: ReliabilityBin[]): string {
  const run = someRun()
  const rewards = [...run.measured.rewards.slice(0, -1), { ...run.measured.rewards.at(-1)!, reliability }]
  return calibration({ ...run, measured: { ...run.measured, rewards } }).text
}

const bin = (predicted: number, observed: number, count: number): ReliabilityBin => {
  const low = Math.floor(10 * predicted) / 10
  return { low, high: low + 0.1, count, predicted, observed }
}

test('says how far certainty and answers lie apart, and in which direction', () => {
  const surer = sectionOf([bin(0.6, 0.5, 10), bin(0.9, 0.8, 30)])
  expect(surer).toContain('Over 40 held-out answers')
  expect(surer).toContain('lie 10% apart (expected calibration error)')
  expect(surer).toContain('on average it is surer than it is right, by 10%.')
  expect(sectionOf([bin(0.6, 0.9, 10)])).toContain('less sure than it is right, by 30%.')
})

test('errors of both directions do not cancel in the error, only on average', () => {
  const text = sectionOf([bin(0.6, 0.5, 10), bin(0.9, 1, 10)])
  expect(text).toContain('lie 10% apart')
  expect(text).toContain('by 0%.')
})

test('draws the curve with its interval, described in words', () => {
  const text = sectionOf([bin(0.55, 0.5, 10), bin(0.95, 0.9, 30)])
  expect(text).toMatch(/aria-label="reward model: from 50% to 90%, at most 90%; as it should be: from 50% to 100%/)
  expect(text.match(/<svg /g)).toHaveLength(1)
})

test('says nothing where no answer was held out', () => {
  expect(sectionOf([])).toBe('')
})
