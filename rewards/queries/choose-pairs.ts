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
}

export async function choosePairs(options: ChoosePairsOptions): Promise<SegmentPair[]> {
  const { store, query, predictor, count, length, sources, random } = options
  const drawn = drawPairs(store.episodes(), { count: count * query.candidatesPerPair, length, sources, random })
  const pairs = drawn.map(([first, second]) => ({ first: store.segment(first), second: store.segment(second) }))
  const probabilities = query.needsProbabilities ? await predictor.preferenceProbabilities(pairs) : new Float32Array()
  const chosen = query.choose({ count: pairs.length, members: predictor.members, probabilities }, count, random)
  return chosen.map((index) => pairs[index]!)
}
