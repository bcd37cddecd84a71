// How likely a run of one algorithm is to beat a run of another on the same task.

import type { BootstrapOptions } from './bootstrap.ts'
import { mean } from './quantile.ts'
import type { Strata } from './strata.ts'
import { stratifiedIntervals } from './stratified-bootstrap.ts'
import type { Interval } from './wilson.ts'

export interface Improvement {
  /** 0.5 where neither is better; 1 where every run of the first beats every run of the second. */
  readonly probability: number
  readonly interval: Interval
}

/**
 * Mean over tasks of P(first > second) + P(first = second) / 2: Mann and Whitney's U through the number of pairs.
 *
 * @source Agarwal et al. 2021, section 4.3; Mann and Whitney 1947
 */
export function probabilityOfImprovement(first: Strata, second: Strata): number {
  if (first.length !== second.length) {
    throw new RangeError(`${first.length} tasks against ${second.length}; expected the same tasks`)
  }
  return mean(first.map((scores, task) => winShare(scores, second[task]!)))
}

export function improvement(first: Strata, second: Strata, options: BootstrapOptions): Improvement {
  const probability = probabilityOfImprovement(first, second)
  const [interval] = stratifiedIntervals([first, second], ([a, b]) => [probabilityOfImprovement(a!, b!)], options)
  return { probability, interval: interval! }
}

function winShare(first: readonly number[], second: readonly number[]): number {
  let wins = 0
  for (const a of first) for (const b of second) wins += a > b ? 1 : a === b ? 0.5 : 0
  return wins / (first.length * second.length)
}
