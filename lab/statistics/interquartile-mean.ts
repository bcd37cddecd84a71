// The interquartile mean: less disturbed by a lucky run than the mean, by less data than the median.

import { type Strata, sortedScores } from './strata.ts'

/**
 * Mean of the middle half of all scores, of n scores without the floor(n / 4) lowest and highest.
 *
 * @source Agarwal et al. 2021, "Deep Reinforcement Learning at the Edge of the Statistical Precipice", section 4.3
 */
export function interquartileMean(strata: Strata): number {
  const sorted = sortedScores(strata)
  const cut = Math.floor(sorted.length / 4)
  let sum = 0
  for (let i = cut; i < sorted.length - cut; i++) sum += sorted[i]!
  return sum / (sorted.length - 2 * cut)
}
