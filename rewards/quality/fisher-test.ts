// Are two proportions the same? Fisher's exact test, for few answers as for many.

import type { Share } from './share.ts'

/**
 * Two-sided p-value of two proportions: with the totals given, the chance of all tables that are no likelier than this one.
 *
 *   P(a) = C(n1, a) C(n2, k - a) / C(n1 + n2, k),   a of n1 in the first, k in both together
 *
 * @source Fisher 1922
 */
export function fisherTest(first: Share, second: Share): number {
  const together = first.count + second.count
  const logTotal = logChoose(first.of + second.of, together)
  const chance = (count: number) =>
    Math.exp(logChoose(first.of, count) + logChoose(second.of, together - count) - logTotal)
  const seen = chance(first.count)
  let p = 0
  for (let count = Math.max(0, together - second.of); count <= Math.min(first.of, together); count++) {
    const each = chance(count)
    // Tables that are equally likely must not be told apart by rounding.
    if (each <= seen * (1 + 1e-9)) p += each
  }
  return Math.min(1, p)
}

function logChoose(count: number, chosen: number): number {
  let sum = 0
  for (let k = 0; k < chosen; k++) sum += Math.log((count - k) / (k + 1))
  return sum
}
