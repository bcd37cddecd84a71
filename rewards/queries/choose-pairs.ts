// The pairs to ask next: candidates drawn from the stored episodes, then a query's choice among them.

import type { RandomStream } from '../contract.ts'
import { drawPairs, type EpisodeSource } from '../segments/draw.ts'
import type { EpisodeStore } from '../segments/episode-store.ts'
import type { SegmentPair } from '../segments/segment.ts'
import type { Query } from './query.ts'

/** What a query may ask of a reward model. */
export interface PreferencePredictor {
  readonly members: number
  /** @returns chance that the first of each pair is preferred, [members, pairs] */
  preferenceProbabilities(pairs: readonly SegmentPair[]): Promise<Float32Array>
}

export interface ChoosePairsOptions {
  readonly store: EpisodeStore
  readonly query: Query
  /** Needed by queries that look at what the members expect. */
  readonly predictor: PreferencePredictor
  readonly count: number
  /** Steps of a segment. */
  readonly length: number
  readonly sources: readonly EpisodeSource[]
  readonly random: RandomStream
  /** Numbers of a row that are the state, the first ones; all when absent. */
  readonly stateSize?: number
  /** Rows of both segments of every answered pair; needed by queries that look at states. */
  readonly answered?: readonly { readonly rows: Float32Array }[]
}

export async function choosePairs(options: ChoosePairsOptions): Promise<SegmentPair[]> {
  const { store, query, predictor, count, length, sources, random, answered = [] } = options
  const drawn = drawPairs(store.episodes(), { count: count * query.candidatesPerPair, length, sources, random })
  const pairs = drawn.map(([first, second]) => ({ first: store.segment(first), second: store.segment(second) }))
  const needs = (what: Query['needs'][number]) => query.needs.includes(what)
  const statesOf = (blocks: readonly Float32Array[]) => states(blocks, store.inputSize, options.stateSize)
  const candidates = {
    count: pairs.length,
    members: predictor.members,
    probabilities: needs('probabilities') ? await predictor.preferenceProbabilities(pairs) : new Float32Array(),
    states: needs('states') ? pairs.map(({ first, second }) => statesOf([first.rows, second.rows])) : [],
    answered: needs('states') ? answered.map(({ rows }) => statesOf([rows])) : [],
  }
  return query.choose(candidates, count, random).map((index) => pairs[index]!)
}

/** The states of all rows, one after the other. */
function states(blocks: readonly Float32Array[], inputSize: number, stateSize = inputSize): Float32Array {
  const rows = blocks.flatMap((block) =>
    Array.from({ length: block.length / inputSize }, (_, row) =>
      block.subarray(row * inputSize, row * inputSize + stateSize),
    ),
  )
  const joined = new Float32Array(rows.length * stateSize)
  rows.forEach((row, index) => {
    joined.set(row, index * stateSize)
  })
  return joined
}
