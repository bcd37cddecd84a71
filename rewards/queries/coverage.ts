// Pairs that are unlike all that were asked about: k centres, greedily.

import type { Query } from './query.ts'

export const coverage: Query = {
  id: 'coverage',
  source: 'Sener and Savarese 2018; on the states of both segments and a pool of ten as in B-Pref',
  candidatesPerPair: 10,
  needs: ['states'],
  choose: ({ states, answered }, wanted) => farthestFirst(states, answered, wanted),
}

/**
 * Again and again the candidate that is farthest from everything answered or chosen so far; the first of equals. Where
 * nothing was answered yet it begins with the first candidate.
 */
export function farthestFirst(
  candidates: readonly Float32Array[],
  answered: readonly Float32Array[],
  wanted: number,
): number[] {
  const gaps = candidates.map((each) => Math.min(Number.POSITIVE_INFINITY, ...answered.map((one) => square(each, one))))
  const chosen: number[] = []
  while (chosen.length < Math.min(wanted, candidates.length)) {
    const next = gaps.indexOf(Math.max(...gaps))
    chosen.push(next)
    candidates.forEach((each, index) => {
      gaps[index] = Math.min(gaps[index]!, square(each, candidates[next]!))
    })
    // Never twice, even where candidates are equal.
    for (const index of chosen) gaps[index] = Number.NEGATIVE_INFINITY
  }
  return chosen
}

/** Squared distance. */
function square(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2
  return sum
}
