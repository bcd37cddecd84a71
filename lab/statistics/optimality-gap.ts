// The optimality gap: how far runs are from a score that would be enough.

import { mean } from './quantile.ts'
import type { Strata } from './strata.ts'

/**
 * enough - mean over tasks and runs of min(score, enough): what is better than enough does not make up for what is worse.
 *
 * @source Agarwal et al. 2021, section 4.3
 */
export function optimalityGap(strata: Strata, enough = 1): number {
  return enough - mean(strata.map((scores) => mean(scores.map((score) => Math.min(score, enough)))))
}
