// Pairs on whose answer the members of the ensemble differ most.

import type { Query } from './query.ts'

export const disagreement: Query = {
  id: 'disagreement',
  source: 'Lee, Smith and Abbeel 2021 (PEBBLE), a pool of ten candidates for each pair as in B-Pref',
  candidatesPerPair: 10,
  needsProbabilities: true,
  choose: ({ probabilities, members, count }, wanted) => {
    const spread = memberDeviation(probabilities, members)
    return Array.from({ length: count }, (_, index) => index)
      .sort((a, b) => spread[b]! - spread[a]! || a - b)
      .slice(0, wanted)
  },
}

/**
 * Standard deviation over members, of each column.
 *
 * @param values [members, columns]
 */
export function memberDeviation(values: Float32Array, members: number): Float32Array {
  const columns = values.length / members
  return Float32Array.from({ length: columns }, (_, column) => {
    let sum = 0
    for (let member = 0; member < members; member++) sum += values[member * columns + column]!
    const mean = sum / members
    let squares = 0
    for (let member = 0; member < members; member++) squares += (values[member * columns + column]! - mean) ** 2
    return Math.sqrt(squares / members)
  })
}
