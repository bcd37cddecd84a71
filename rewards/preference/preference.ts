// A preference: two segments and an answer. As a number, y = 1 when the first is preferred, 0 when the second, 0.5 equal.

export type Answer = 'first' | 'second' | 'equal' | 'skip'

/** A window of an episode, named by where it is stored. */
export interface SegmentRef {
  /** Recording or episode identifier, unique within the run. */
  readonly episode: string
  /** First step and number of steps (decisions, not control steps). */
  readonly start: number
  readonly length: number
}

export interface Preference {
  readonly first: SegmentRef
  readonly second: SegmentRef
  readonly answer: Answer
  /** `person:<name>` or `teacher:<name>`. */
  readonly by: string
  /** ISO 8601 time of the answer. */
  readonly at: string
  /** Which of the two was shown on the left; scripted teachers see `first` on the left. */
  readonly left: 'first' | 'second'
  /** Time that the answer took; 0 for scripted teachers. */
  readonly milliseconds: number
  /** The step, counted from the segments' start, that decided the answer. */
  readonly decisiveStep?: number
}
