// The paired bootstrap: how often would the mean difference be no gain, had other seeds been drawn?

import { randomStream } from '../../../sim/random.ts'

const RESAMPLES = 10_000

/**
 * One-sided p-value of the mean of `differences` being at or below zero: the share of resamples, with replacement, whose mean
 * is. The same differences give the same answer. 1 where there are none.
 *
 * B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993), chapters 15 and 16.
 */
export function bootstrapAbove(differences: readonly number[]): number {
  const count = differences.length
  if (count === 0) return 1
  const random = randomStream(1, 'sweep/bootstrap')
  let noGain = 0
  for (let resample = 0; resample < RESAMPLES; resample++) {
    let sum = 0
    for (let draw = 0; draw < count; draw++) sum += differences[random.integer(count)]!
    if (sum <= 0) noGain++
  }
  return (noGain + 1) / (RESAMPLES + 1)
}
