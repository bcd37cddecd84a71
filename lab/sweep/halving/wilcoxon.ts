// Wilcoxon's signed-rank test, exact: are paired differences above zero more than chance makes them?

/**
 * One-sided p-value of `differences` being centred at or below zero, against above. Zeros are dropped, ties share their mean
 * rank, and all 2^n signs are counted rather than approximated. 1 where no difference is left.
 *
 * F. Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1 (1945) 80-83.
 */
export function wilcoxonAbove(differences: readonly number[]): number {
  const left = differences.filter((difference) => difference !== 0)
  if (left.length === 0) return 1
  const ranks = doubledRanks(left.map(Math.abs))
  const observed = left.reduce((sum, difference, index) => (difference > 0 ? sum + ranks[index]! : sum), 0)
  const ways = waysToSum(ranks)
  let atLeast = 0
  for (let sum = observed; sum < ways.length; sum++) atLeast += ways[sum]!
  return atLeast / 2 ** left.length
}

/** Twice the ranks, so that the means of ties are whole numbers. */
function doubledRanks(sizes: readonly number[]): number[] {
  return sizes.map((size) => {
    const below = sizes.filter((other) => other < size).length
    const same = sizes.filter((other) => other === size).length
    return 2 * below + same + 1
  })
}

/** [sum]: in how many of the sign patterns the positive ranks add up to it. */
function waysToSum(ranks: readonly number[]): Float64Array {
  const total = ranks.reduce((sum, rank) => sum + rank, 0)
  const ways = new Float64Array(total + 1)
  ways[0] = 1
  for (const rank of ranks) {
    for (let sum = total; sum >= rank; sum--) ways[sum]! += ways[sum - rank]!
  }
  return ways
}
