// The segments of a task as they are aligned with those of another.

import type { SegmentTrack } from '../../../rewards/alignment/track.ts'
import type { OfflineDataset } from '../../dataset/offline-dataset.ts'

export interface Side {
  readonly data: OfflineDataset
  readonly tracks: readonly SegmentTrack[]
}

export type Sides = Readonly<Record<'source' | 'target', Side>>
