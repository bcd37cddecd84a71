// Agreement with a scripted oracle, where somebody knows the true rewards: a measurement, never something to learn from.

import type { LoggedAnswer } from '../preference/log-lines.ts'
import type { Answer } from '../preference/preference.ts'
import { type Share, shareOf } from './share.ts'

/** What the oracle would have said; undefined where it never saw the pair. */
export type OracleAnswer = (answer: LoggedAnswer) => Answer | undefined

/** Of the answers in which both took a side: an oracle sees differences that nobody can. */
export function oracleAgreement(answers: readonly LoggedAnswer[], oracle: OracleAnswer): Share {
  const both = answers.map((each) => [each.answer, oracle(each)] as const)
  const decided = both.filter(([own, its]) => isSide(own) && isSide(its))
  return shareOf(decided, ([own, its]) => own === its)
}

function isSide(answer: Answer | undefined): boolean {
  return answer === 'first' || answer === 'second'
}
