// Pairs on whose answer the members of the ensemble differ most.

import { largest, type Query } from './query.ts'

export const disagreement: Query = {
  id: 'disagreement',
  source: 'Lee, Smith and Abbeel 2021 (PEBBLE), a pool of ten candidates for each pair as in B-Pref',
  candidatesPerPair: 10,
  needs: ['probabilities'],
  choose: ({ probabilities, members }, wanted) => largest(memberDeviation(probabilities, members), wanted),
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
