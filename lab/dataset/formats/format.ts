// A file format for datasets: writes one and reads one.

import type { OfflineDataset } from '../offline-dataset.ts'
import type { ArrayFile, ArraySource } from './array-file.ts'

/** What a file says of a dataset; the task and its options are somebody else's to say where it was not written here. */
export type ReadEpisodes = Pick<OfflineDataset, 'observationSize' | 'actionSize' | 'termNames' | 'episodes'> & {
  /** What was missing and how that was met, one sentence each. */
  readonly notes: readonly string[]
}

export interface DatasetFormat {
  readonly id: string
  encode(dataset: OfflineDataset): ArrayFile
  /** @throws UserError naming what is missing or of wrong size */
  decode(source: ArraySource): ReadEpisodes
}
