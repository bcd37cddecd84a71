// Pairs whose answer the members of the ensemble, each by itself, know least.

import { largest, type Query } from './query.ts'

export const entropy: Query = {
  id: 'entropy',
  source: 'Lee, Smith and Abbeel 2021 (PEBBLE), the mean of the members and a pool of ten as in B-Pref',
  candidatesPerPair: 10,
  needs: ['probabilities'],
  choose: ({ probabilities, members }, wanted) => largest(meanEntropy(probabilities, members), wanted),
}

/**
 *   H = mean over members of -P ln P - (1 - P) ln(1 - P)
 *
 * @param probabilities [members, columns]
 * @returns nats, [columns]
 */
export function meanEntropy(probabilities: Float32Array, members: number): Float32Array {
  const columns = probabilities.length / members
  return Float32Array.from({ length: columns }, (_, column) => {
    let sum = 0
    for (let member = 0; member < members; member++) sum += binaryEntropy(probabilities[member * columns + column]!)
    return sum / members
  })
}

function binaryEntropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p)
}
