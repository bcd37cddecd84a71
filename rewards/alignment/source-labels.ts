// What is known of pairs of the source task's segments.

import { AlignmentError } from './errors.ts'

export interface IndexedLabel {
  /** Places of two segments of one task. */
  readonly first: number
  readonly second: number
  /** 1 first preferred, 0 second, 0.5 equal. */
  readonly label: number
}

/** Fewer answers on one side than this may be chance. */
const SUSPICIOUS = 8

/** @throws AlignmentError when they say nothing, or all say the same side */
export function checkSourceLabels(labels: readonly IndexedLabel[], segments: number): void {
  for (const { first, second, label } of labels) {
    const known = [first, second].every((index) => Number.isInteger(index) && index >= 0 && index < segments)
    if (!known) throw new AlignmentError(`a label is about segments ${first} and ${second} of ${segments}`)
    if (!(label >= 0 && label <= 1)) throw new AlignmentError(`found the label ${label}, expected a number from 0 to 1`)
  }
  const decided = labels.filter(({ label }) => label !== 0.5)
  if (labels.length === 0) throw new AlignmentError('the source task has no labels; nothing can be transferred')
  if (decided.length === 0) {
    throw new AlignmentError(`none of the ${labels.length} source labels prefers a segment; nothing can be transferred`)
  }
  if (decided.length < SUSPICIOUS) return
  const firsts = decided.filter(({ label }) => label > 0.5).length
  if (firsts > 0 && firsts < decided.length) return
  throw new AlignmentError(
    `all ${decided.length} decided source labels prefer the ${firsts > 0 ? 'first' : 'second'} segment; expected both sides. ` +
      'Were they read in the right direction, and their sides drawn at random?',
  )
}

/** How good each segment is by its labels: the mean share of comparisons won; 0.5 where there is none. */
export function sourceScores(labels: readonly IndexedLabel[], segments: number): Float64Array {
  const [won, asked] = [new Float64Array(segments), new Float64Array(segments)]
  for (const { first, second, label } of labels) {
    won[first] = won[first]! + label
    won[second] = won[second]! + 1 - label
    asked[first] = asked[first]! + 1
    asked[second] = asked[second]! + 1
  }
  return won.map((sum, segment) => (asked[segment]! > 0 ? sum / asked[segment]! : 0.5))
}
