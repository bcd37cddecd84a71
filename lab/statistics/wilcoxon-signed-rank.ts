// Wilcoxon's signed-rank test: do pairs, such as two settings under the same seeds, differ in one direction?

import { normalCumulative } from './normal-distribution.ts'
import { ranks } from './rank-correlation.ts'

export interface SignedRankTest {
  /** Pairs that differ. */
  readonly pairs: number
  /** Sum of the ranks of positive differences. */
  readonly statistic: number
  readonly p: number
}

export interface SignedRankOptions {
  /** What the differences are suspected to be. Default `different`: in either direction. */
  readonly alternative?: 'different' | 'greater' | 'less'
}

/** Up to so many pairs all assignments of signs are counted; beyond, the sum of ranks is close to normal. */
const EXACT_PAIRS = 100

/**
 * Pairs without a difference are left out; equal differences share their mean rank, and p is exact even then: over all
 * 2^n ways to give the found ranks a sign. Without any difference p is 1.
 *
 * @param differences first minus second, pair by pair
 * @source Wilcoxon 1945; Pratt and Gibbons 1981 for ties
 */
export function signedRankTest(
  differences: readonly number[],
  { alternative = 'different' }: SignedRankOptions = {},
): SignedRankTest {
  const odd = differences.find((difference) => !Number.isFinite(difference))
  if (odd !== undefined) throw new RangeError(`a difference is ${odd}; expected numbers`)
  const nonzero = differences.filter((difference) => difference !== 0)
  const rank = ranks(nonzero.map(Math.abs))
  const statistic = rank.reduce((sum, each, i) => (nonzero[i]! > 0 ? sum + each : sum), 0)
  if (nonzero.length === 0) return { pairs: 0, statistic, p: 1 }
  const { atMost, atLeast } = nonzero.length <= EXACT_PAIRS ? exactTails(rank, statistic) : normalTails(rank, statistic)
  const p = { greater: atLeast, less: atMost, different: Math.min(1, 2 * Math.min(atMost, atLeast)) }[alternative]
  return { pairs: nonzero.length, statistic, p }
}

interface Tails {
  readonly atMost: number
  readonly atLeast: number
}

/** Ranks are halves at most, so sums of doubled ranks are whole numbers that can be counted. */
function exactTails(rank: readonly number[], statistic: number): Tails {
  const doubled = rank.map((each) => Math.round(2 * each))
  const chances = new Float64Array(doubled.reduce((sum, each) => sum + each, 0) + 1)
  chances[0] = 1
  for (const each of doubled) {
    for (let sum = chances.length - 1; sum >= 0; sum--) {
      chances[sum] = (chances[sum]! + (sum >= each ? chances[sum - each]! : 0)) / 2
    }
  }
  const found = Math.round(2 * statistic)
  const total = (part: Float64Array) =>
    Math.min(
      1,
      part.reduce((sum, chance) => sum + chance, 0),
    )
  return { atMost: total(chances.subarray(0, found + 1)), atLeast: total(chances.subarray(found)) }
}

/** Mean and variance over all signs: half the sum of ranks, a quarter of the sum of their squares. */
function normalTails(rank: readonly number[], statistic: number): Tails {
  const centre = rank.reduce((sum, each) => sum + each, 0) / 2
  const deviation = Math.sqrt(rank.reduce((sum, each) => sum + each * each, 0)) / 2
  const z = (statistic - centre) / deviation
  return { atMost: normalCumulative(z), atLeast: normalCumulative(-z) }
}
