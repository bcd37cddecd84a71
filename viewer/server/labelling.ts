// A desk at which pages answer. What a page needs beside the questions (clips, durations, what the model thinks) comes from
// whoever set it up.

import type { Desk } from '../../rewards/preference/desk.ts'
import type { DeskQuestion } from '../../rewards/preference/desk-question.ts'
import type { SegmentRef } from '../../rewards/preference/preference.ts'
import type { ClipFrame } from '../protocol/frames.ts'
import type { LabelInsight, LabelQuality } from '../protocol/label.ts'

export interface Labelling {
  readonly desk: Desk
  /** Who answers where a page gives no other name. */
  readonly annotator: string
  /** What to look for. */
  readonly instructions: string
  /** What a segment lasts. */
  seconds(segment: SegmentRef): number
  /** Poses of one segment of a question (`segmentFrame`); undefined where its recording is gone. */
  clip(question: DeskQuestion, member: number): Promise<ClipFrame | undefined>
  /** What the named terms and the reward model say, for after the answer. Undefined where nothing is known. */
  readonly insight?: (question: DeskQuestion) => Promise<LabelInsight | undefined>
  readonly quality?: () => LabelQuality
}
