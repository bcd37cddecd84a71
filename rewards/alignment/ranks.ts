// Ranks: what is comparable between tasks whose lengths and speeds are not.

/** @returns of each value from 0 to 1, equal ones sharing the middle of theirs; 0.5 for a single one */
export function relativeRanks(values: readonly number[]): Float64Array {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Float64Array(values.length)
  const last = values.length - 1
  for (let first = 0; first <= last; ) {
    let behind = first + 1
    while (behind <= last && values[order[behind]!] === values[order[first]!]) behind++
    const rank = last === 0 ? 0.5 : (first + behind - 1) / 2 / last
    for (const index of order.slice(first, behind)) ranks[index] = rank
    first = behind
  }
  return ranks
}

/** Correlation of two columns of ranks; 0 where one of them is constant. */
export function rankAgreement(one: Float64Array, other: Float64Array): number {
  let [products, squares, others] = [0, 0, 0]
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [one[i]! - 0.5, other[i]! - 0.5]
    products += a * b
    squares += a * a
    others += b * b
  }
  return squares > 0 && others > 0 ? products / Math.sqrt(squares * others) : 0
}
