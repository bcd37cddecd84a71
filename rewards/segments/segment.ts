// Segments as the learning side sees them: where they are from and what the reward model reads. True rewards have no place here.

import type { SegmentRef } from '../preference/preference.ts'

export interface Segment {
  readonly ref: SegmentRef
  /** Inputs of the reward model, [length, inputSize]. A copy: it stays when its episode is dropped. */
  readonly rows: Float32Array
}

/** What is asked of a teacher. */
export interface SegmentPair {
  readonly first: Segment
  readonly second: Segment
}
