// What a run has that learns from what was gathered before.

import type { LabelledPairs } from '../../../rewards/segments/labelled-pairs.ts'
import type { OfflineDataset } from '../../dataset/offline-dataset.ts'
import type { RunFolder } from '../../run/run-folder.ts'
import type { Laboratory } from '../laboratory.ts'
import type { RowSizes } from '../rows.ts'

export interface OfflineLaboratory extends Laboratory {
  readonly run: RunFolder
  /** What the policy learns from. */
  readonly target: OfflineDataset
  /** The labelled task; undefined where labels do not come from one. */
  readonly source: OfflineDataset | undefined
  /** What the reward model reads of a decision. */
  readonly rowSizes: RowSizes
  /** Rows of each target episode, [steps, rowSize]. */
  readonly rows: ReadonlyMap<string, Float32Array>
  /** What the reward model learns from. */
  readonly pairs: LabelledPairs
}

export function isOffline(lab: Laboratory): lab is OfflineLaboratory {
  return 'target' in lab
}
