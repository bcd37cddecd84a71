// Our statistics against rliable's and SciPy's on the same arrays. tests/bench/peers/rliable_numbers.py made the fixture.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aggregates } from '../../lab/statistics/aggregates.ts'
import { runScoreDistribution } from '../../lab/statistics/performance-profile.ts'
import { probabilityOfImprovement } from '../../lab/statistics/probability-of-improvement.ts'
import { type Curve, sampleEfficiency } from '../../lab/statistics/sample-efficiency.ts'
import { type Strata, strataOf } from '../../lab/statistics/strata.ts'
import { stratifiedIntervals } from '../../lab/statistics/stratified-bootstrap.ts'
import { signedRankTest } from '../../lab/statistics/wilcoxon-signed-rank.ts'
import type { Interval } from '../../lab/statistics/wilson.ts'
import { randomStream } from '../../sim/random.ts'

interface Estimate {
  readonly values: readonly number[]
  readonly intervals: readonly Interval[]
  readonly deviations: readonly Interval[]
}

interface Fixture {
  readonly repeats: number
  readonly scores: Readonly<Record<string, readonly (readonly number[])[]>>
  readonly aggregates: Readonly<Record<string, Estimate>>
  readonly thresholds: readonly number[]
  readonly profiles: Readonly<Record<string, Estimate>>
  readonly improvement: readonly (Estimate & { readonly first: string; readonly second: string })[]
  readonly curves: readonly (readonly (readonly number[])[])[]
  readonly efficiency: Estimate
  readonly signedRank: Readonly<Record<'cases' | 'p', readonly (readonly number[])[]>> &
    Readonly<Record<'many' | 'manyP', readonly number[]>>
}

const theirs = JSON.parse(readFileSync(new URL('rliable.json', import.meta.url), 'utf8')) as Fixture
const strata = (name: string) => strataOf(theirs.scores[name]!)
const resamples = 2000
const options = (name: string) => ({ random: randomStream(1, name), resamples })

function closeValues(ours: readonly number[], estimate: Estimate): void {
  expect(ours).toHaveLength(estimate.values.length)
  for (const [i, value] of ours.entries()) expect(Math.abs(value - estimate.values[i]!)).toBeLessThan(1e-12)
}

/**
 * Ends agree within five standard errors, ours of `resamples` draws and theirs of 4,000 together, plus one step of a statistic
 * that only takes so many values.
 */
function closeIntervals(ours: readonly Interval[], estimate: Estimate, grain = 0): void {
  expect(ours).toHaveLength(estimate.intervals.length)
  for (const [i, interval] of ours.entries()) {
    for (const end of [0, 1] as const) {
      const error = estimate.deviations[i]![end] * Math.sqrt(theirs.repeats / resamples + theirs.repeats / 4000)
      expect(Math.abs(interval[end] - estimate.intervals[i]![end])).toBeLessThanOrEqual(5 * error + grain + 1e-12)
    }
  }
}

describe.each(Object.keys(theirs.scores))('scores named %s', (name) => {
  test('have the interquartile mean, mean, median and optimality gap that rliable finds, with its intervals', () => {
    const found = aggregates(strata(name), options(name))
    closeValues([found.iqm, found.mean, found.median, found.optimalityGap], theirs.aggregates[name]!)
    closeIntervals(
      [found.iqmInterval, found.meanInterval, found.medianInterval, found.optimalityGapInterval],
      theirs.aggregates[name]!,
    )
  })

  test('have the performance profile that rliable draws, with its band', () => {
    const shares = (sample: Strata) => runScoreDistribution(sample, theirs.thresholds)
    closeValues(shares(strata(name)), theirs.profiles[name]!)
    const intervals = stratifiedIntervals([strata(name)], ([sample]) => shares(sample!), options(name))
    const runs = theirs.scores[name]!.flat().length
    closeIntervals(intervals, theirs.profiles[name]!, 1 / runs)
  })
})

test.each(theirs.improvement)('$first improves on $second as likely as rliable says', ({ first, second, ...theirs }) => {
  const samples = [strata(first), strata(second)]
  const probability = ([a, b]: readonly Strata[]) => [probabilityOfImprovement(a!, b!)]
  closeValues(probability(samples), theirs)
  const pairs = samples[0]!.reduce((sum, scores, task) => sum + scores.length * samples[1]![task]!.length, 0)
  closeIntervals(stratifiedIntervals(samples, probability, options(first + second)), theirs, 1 / pairs)
})

test('curves on one grid have the means and bands that rliable draws', () => {
  const frames = theirs.curves[0]![0]!.map((_, frame) => frame)
  const curves = theirs.curves[0]!.map((_, task) =>
    theirs.curves.map((run): Curve => run[task]!.map((value, frame) => [frame, value] as const)),
  )
  const { values, intervals } = sampleEfficiency(curves, frames, options('curves'))
  closeValues(values, theirs.efficiency)
  closeIntervals(intervals, theirs.efficiency)
})

describe("Wilcoxon's signed-rank test", () => {
  const alternatives = ['different', 'greater', 'less'] as const

  test('has the exact p that SciPy finds, with equal and zero differences too', () => {
    for (const [i, differences] of theirs.signedRank.cases.entries()) {
      const found = alternatives.map((alternative) => signedRankTest(differences, { alternative }).p)
      for (const [j, p] of found.entries()) expect(p).toBeCloseTo(theirs.signedRank.p[i]![j]!, 12)
    }
  })

  test('has the p of the normal approximation where pairs are many', () => {
    const found = alternatives.map((alternative) => signedRankTest(theirs.signedRank.many, { alternative }).p)
    for (const [j, p] of found.entries()) expect(p).toBeCloseTo(theirs.signedRank.manyP[j]!, 12)
  })
})
