// What a scripted teacher may see of a dataset, and which windows of it there are.

import type { RandomStream } from '../../../rewards/contract.ts'
import type { SegmentRef } from '../../../rewards/preference/preference.ts'
import { allEpisodes, drawSegments } from '../../../rewards/segments/draw.ts'
import type { StoredEpisode } from '../../../rewards/segments/episode-store.ts'
import { EvidenceStore } from '../../../rewards/teachers/evidence-store.ts'
import type { OfflineDataset } from '../../dataset/offline-dataset.ts'

export function evidenceOf({ episodes, termNames }: OfflineDataset): EvidenceStore {
  const capacity = episodes.reduce((sum, { steps }) => sum + steps, 0)
  const store = new EvidenceStore({ capacity })
  for (const { id, rewards, terms } of episodes) {
    const columns = termNames.map(
      (name, column) => [name, rewards.map((_, step) => terms[step * termNames.length + column]!)] as const,
    )
    store.add(id, { rewards, terms: Object.fromEntries(columns) })
  }
  return store
}

export interface WindowRequest {
  readonly count: number
  readonly length: number
  readonly random: RandomStream
}

/** Windows of all episodes, each with the same chance. */
export function windowsOf({ episodes }: OfflineDataset, request: WindowRequest): SegmentRef[] {
  const stored = episodes.map(({ id, part, steps }): StoredEpisode => {
    return { id, gatheredBy: part, steps, rows: new Float32Array() }
  })
  return drawSegments(stored, { ...request, sources: allEpisodes })
}

/** The sum of a segment's true rewards: what transferred labels are measured against, and nothing else reads. */
export function trueReturn(evidence: EvidenceStore, ref: SegmentRef): number {
  return evidence.segment(ref).rewards.reduce((sum, reward) => sum + reward, 0)
}
