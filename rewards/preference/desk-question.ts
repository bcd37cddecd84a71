// What a desk asks: two segments to compare, or up to four to rank; as it is stored, as it is shown, and asked again.

import { hashedInteger, opaqueId } from './opaque-id.ts'
import type { SegmentRef } from './preference.ts'

export interface DeskQuestion {
  /** Unique at the desk, the same whenever the same thing is asked: see `opaqueId`. */
  readonly id: string
  readonly task: string
  /** Two to compare (the first and the second), three or four to rank. */
  readonly segments: readonly SegmentRef[]
  /** Same task, same start: nothing but behaviour differs. */
  readonly fair: boolean
}

export interface OfferedQuestion extends DeskQuestion {
  /** Places in `segments`, from left to right. */
  readonly shown: readonly number[]
}

/** Sides are shuffled by the question's name, so that a desk that was opened again shows them as before. */
export function shownOrder({ id, segments }: DeskQuestion): number[] {
  const shown = segments.map((_, member) => member)
  for (let last = shown.length - 1; last > 0; last--) {
    const other = hashedInteger(`${id} ${last}`, last + 1)
    ;[shown[last], shown[other]] = [shown[other]!, shown[last]!]
  }
  return shown
}

/** The same two segments under a name of its own. */
export function repeated(question: DeskQuestion): DeskQuestion {
  return { ...question, id: opaqueId('again', question.id) }
}
