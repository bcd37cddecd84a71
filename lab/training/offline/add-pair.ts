// A labelled pair of target segments, for the reward model.

import type { SegmentRef } from '../../../rewards/preference/preference.ts'
import type { OfflineLaboratory } from './laboratory.ts'

export interface NewPair {
  readonly id: string
  readonly first: SegmentRef
  readonly second: SegmentRef
  readonly label: number
}

export function addPair({ pairs, rows }: OfflineLaboratory, { id, first, second, label }: NewPair): void {
  const segment = (ref: SegmentRef) => {
    const episode = rows.get(ref.episode)!
    return { ref, rows: episode.subarray(ref.start * pairs.inputSize, (ref.start + ref.length) * pairs.inputSize) }
  }
  pairs.add(id, { first: segment(first), second: segment(second) }, label)
}
