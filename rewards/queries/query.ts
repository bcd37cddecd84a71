// A query decides which pairs are worth asking about: it draws candidates and chooses among them.

import type { RandomStream } from '../contract.ts'

/** The pairs to choose from, and what a query may want to know of them. */
export interface Candidates {
  readonly count: number
  readonly members: number
  /** Chance that the first is preferred, [members, count]; empty where the query did not ask for them. */
  readonly probabilities: Float32Array
  /** States of both segments of each candidate, one after the other; empty where the query did not ask for them. */
  readonly states: readonly Float32Array[]
  /** The same of every pair that was answered already. */
  readonly answered: readonly Float32Array[]
}

export interface Query {
  readonly id: string
  readonly source: string
  /** Candidate pairs that are drawn for each one that is asked. */
  readonly candidatesPerPair: number
  /** What it looks at; drawing alone costs nothing. */
  readonly needs: readonly ('probabilities' | 'states')[]
  /** Candidates come from so many of the policy's newest episodes; from wherever the run draws when absent. */
  readonly newestEpisodes?: number
  /** Pure. @returns `wanted` different indices of candidates, or all when there are fewer */
  choose(candidates: Candidates, wanted: number, random: RandomStream): number[]
}

/** Indices of the largest scores, the largest first; of equals the earlier. */
export function largest(scores: Float32Array, wanted: number): number[] {
  return Array.from(scores, (_, index) => index)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, wanted)
}
