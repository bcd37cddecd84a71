// Performance profiles: which share of the runs scores above each threshold. One curve above another is better throughout.

import type { BootstrapOptions } from './bootstrap.ts'
import { mean } from './quantile.ts'
import type { Strata } from './strata.ts'
import { stratifiedIntervals } from './stratified-bootstrap.ts'
import type { Interval } from './wilson.ts'

export interface PerformanceProfile {
  readonly thresholds: readonly number[]
  /** Share of runs above each threshold, every task weighing the same. */
  readonly shares: readonly number[]
  /** Pointwise. */
  readonly intervals: readonly Interval[]
}

/**
 * Run-score distribution: the share of runs whose score is above (not at) a threshold.
 *
 * @source Agarwal et al. 2021, section 4.2, equation 1
 */
export function runScoreDistribution(strata: Strata, thresholds: readonly number[]): number[] {
  return thresholds.map((threshold) =>
    mean(strata.map((scores) => scores.filter((score) => score > threshold).length / scores.length)),
  )
}

export function performanceProfile(
  strata: Strata,
  thresholds: readonly number[],
  options: BootstrapOptions,
): PerformanceProfile {
  const shares = ([scores = []]: readonly Strata[]) => runScoreDistribution(scores, thresholds)
  return { thresholds, shares: shares([strata]), intervals: stratifiedIntervals([strata], shares, options) }
}
