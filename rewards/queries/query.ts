// A query decides which pairs are worth asking about: it draws candidates and chooses among them.

import type { RandomStream } from '../contract.ts'

/** What the members of a reward model expect of each candidate pair. */
export interface Candidates {
  readonly count: number
  readonly members: number
  /** Chance that the first is preferred, [members, count]; empty where the query did not ask for them. */
  readonly probabilities: Float32Array
}

export interface Query {
  readonly id: string
  readonly source: string
  /** Candidate pairs that are drawn for each one that is asked. */
  readonly candidatesPerPair: number
  /** Whether it looks at what the members expect; drawing alone costs nothing. */
  readonly needsProbabilities: boolean
  /** Pure. @returns `wanted` different indices of candidates, or all when there are fewer */
  choose(candidates: Candidates, wanted: number, random: RandomStream): number[]
}
