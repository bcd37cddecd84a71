// A pair of segments whichever of the two came first, so that answers about the same pair can be compared.

import type { Answer, Preference, SegmentRef } from '../preference/preference.ts'

/** What was said about a pair. `answer` counts from the pair's own order, whatever the question's was. */
export interface Verdict {
  /** Equal for the same two segments in either order. */
  readonly pair: string
  readonly answer: Answer
}

export function verdictOf({ first, second, answer }: Pick<Preference, 'first' | 'second' | 'answer'>): Verdict {
  return { pair: pairOf(first, second), answer: segmentKey(first) <= segmentKey(second) ? answer : turned(answer) }
}

/** Equal for the same two segments in either order. */
export function pairOf(first: SegmentRef, second: SegmentRef): string {
  return [segmentKey(first), segmentKey(second)].sort().join(' ')
}

/** The same opinion about the pair in the other order. */
export function turned(answer: Answer): Answer {
  if (answer === 'first') return 'second'
  return answer === 'second' ? 'first' : answer
}

function segmentKey({ episode, start, length }: SegmentRef): string {
  return `${JSON.stringify(episode)}:${start}+${length}`
}
