// What the answers of a log come to: one label a pair, however often it was shown.

import type { LoggedAnswer } from '../../../rewards/preference/log-lines.ts'
import { labelValue } from '../../../rewards/preference/preference.ts'
import { pairOf } from '../../../rewards/quality/pair.ts'

export interface Standing {
  /** Pairs that were answered, skipped ones included: nobody is asked about these again. */
  readonly answered: ReadonlySet<string>
  /** The first answer of each pair that can be learned from; hidden repeats measure and teach nothing. */
  readonly labelled: readonly LoggedAnswer[]
}

/** @param answers that stand, oldest first */
export function standingOf(answers: readonly LoggedAnswer[]): Standing {
  const labelled = new Map<string, LoggedAnswer>()
  const answered = new Set<string>()
  for (const answer of answers) {
    const pair = pairOf(answer.first, answer.second)
    answered.add(pair)
    if (!labelled.has(pair) && labelValue(answer.answer) !== undefined) labelled.set(pair, answer)
  }
  return { answered, labelled: [...labelled.values()] }
}
