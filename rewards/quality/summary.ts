// How good the answers of people are: everything that this folder measures, as plain data. Pure: the same answers, the same
// summary, whoever asks for it.

import type { LoggedAnswer } from '../preference/log-lines.ts'
import { type AgreementBetween, agreementBetween } from './agreement-between.ts'
import { type Drift, drift } from './drift.ts'
import { type OracleAnswer, oracleAgreement } from './oracle-agreement.ts'
import { type ResponseTimes, responseTimes } from './response-times.ts'
import { selfAgreement } from './self-agreement.ts'
import { type IntervalOf, type Share, shareOf } from './share.ts'
import { type SideBias, sideBias } from './side-bias.ts'

/** A share and its 95% interval, null where nothing was counted. */
export interface Measured extends Share {
  readonly interval: readonly [low: number, high: number] | null
}

export interface PersonQuality {
  /** `person:<name>`, as the log has it. */
  readonly by: string
  readonly answers: number
  readonly equal: Share
  readonly skip: Share
  /** Repeats that were answered as the first time. */
  readonly self: Measured
  /** Answers on the oracle's side; absent where there is no oracle. */
  readonly oracle?: Measured
  readonly side: SideBias
  readonly times: ResponseTimes
  readonly drift: Drift
}

export interface LabelQuality {
  /** Everybody who answered, in the order of their first answers. */
  readonly people: readonly PersonQuality[]
  readonly between: readonly AgreementBetween[]
}

export interface QualityOptions {
  /** 95% interval of a share, such as Wilson's. */
  readonly interval: IntervalOf
  readonly oracle?: OracleAnswer | undefined
}

/** @param answers that stand, oldest first; those of scripted teachers are passed over */
export function labelQuality(answers: readonly LoggedAnswer[], options: QualityOptions): LabelQuality {
  const human = answers.filter(({ by }) => by.startsWith('person:'))
  const people = [...new Set(human.map(({ by }) => by))]
  return {
    people: people.map((by) =>
      personQuality(
        by,
        human.filter((each) => each.by === by),
        options,
      ),
    ),
    between: agreementBetween(human),
  }
}

function personQuality(
  by: string,
  answers: readonly LoggedAnswer[],
  { interval, oracle }: QualityOptions,
): PersonQuality {
  const measured = (share: Share): Measured => ({
    ...share,
    interval: share.of === 0 ? null : interval(share.count, share.of),
  })
  return {
    by,
    answers: answers.length,
    equal: shareOf(answers, ({ answer }) => answer === 'equal'),
    skip: shareOf(answers, ({ answer }) => answer === 'skip'),
    self: measured(selfAgreement(answers)),
    ...(oracle && { oracle: measured(oracleAgreement(answers, oracle)) }),
    side: sideBias(answers),
    times: responseTimes(answers),
    drift: drift(answers, oracle),
  }
}
