// A task that a learner of one kind must learn within seconds.

import type { Learner, LearnerSizes } from '../../../agents/contract.ts'
import type { RandomStream } from '../../../sim/random.ts'

export interface Toy<L extends Learner = Learner> {
  readonly sizes: LearnerSizes
  /** What it learns from, by the names of its arrays: numbers that are none are planted there. */
  readonly inputs: readonly string[]
  study(learner: L, options: StudyOptions): Promise<void>
  /** How badly it does, without noise. */
  miss(learner: L): Promise<number>
}

export interface StudyOptions {
  /** Draws the data. */
  readonly random: RandomStream
  /** Updates of batch learners, rollouts of others. */
  readonly rounds: number
  /** One of `inputs`: its first number is none. */
  readonly spoil?: string
}

/** What one learner is told for the toy of its kind, and how well it must do. */
export interface ToyLesson<Settings> {
  readonly settings: Settings
  readonly rounds: number
  /** It must miss by less after that many rounds. */
  readonly bound: number
}
