// The interquartile mean: less disturbed by a lucky run than the mean, by less data than the median.

import { type Strata, scoresOf } from './strata.ts'

/**
 * Mean of the middle half of all scores, of n scores without the floor(n / 4) lowest and highest.
 *
 * @source Agarwal et al. 2021, "Deep Reinforcement Learning at the Edge of the Statistical Precipice", section 4.3
 */
export function interquartileMean(strata: Strata): number {
  return middleMean(scoresOf(strata))
}

/** The same of a list, which is sorted in place. */
export function middleMean(scores: Float64Array): number {
  scores.sort()
  const cut = Math.floor(scores.length / 4)
  let sum = 0
  for (let i = cut; i < scores.length - cut; i++) sum += scores[i]!
  return sum / (scores.length - 2 * cut)
}
