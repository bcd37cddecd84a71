// Drift: whether somebody answers otherwise at the end than at the beginning. First half against second.

import type { LoggedAnswer } from '../preference/log-lines.ts'
import { fisherTest } from './fisher-test.ts'
import { type OracleAnswer, oracleAgreement } from './oracle-agreement.ts'
import { responseTimes } from './response-times.ts'
import { type Share, shareOf } from './share.ts'
import { tookLeft } from './side-bias.ts'

/** A share in each half, and the chance of a difference at least as large without any drift. */
export interface DriftOf {
  readonly first: Share
  readonly second: Share
  readonly p: number
}

export interface Drift {
  readonly left: DriftOf
  readonly equal: DriftOf
  readonly skip: DriftOf
  /** Agreement with the oracle; undefined where there is none. */
  readonly oracle?: DriftOf
  /** Median milliseconds of an answer in each half; null where nothing was timed. */
  readonly milliseconds: readonly [number | null, number | null]
}

/** @param answers of one person, oldest first */
export function drift(answers: readonly LoggedAnswer[], oracle?: OracleAnswer): Drift {
  const middle = Math.ceil(answers.length / 2)
  const halves = [answers.slice(0, middle), answers.slice(middle)] as const
  const compare = (measure: (half: readonly LoggedAnswer[]) => Share): DriftOf => {
    const [first, second] = [measure(halves[0]), measure(halves[1])]
    return { first, second, p: fisherTest(first, second) }
  }
  return {
    left: compare((half) =>
      shareOf(
        half.filter(({ answer }) => answer === 'first' || answer === 'second'),
        tookLeft,
      ),
    ),
    equal: compare((half) => shareOf(half, ({ answer }) => answer === 'equal')),
    skip: compare((half) => shareOf(half, ({ answer }) => answer === 'skip')),
    ...(oracle && { oracle: compare((half) => oracleAgreement(half, oracle)) }),
    milliseconds: [responseTimes(halves[0]).median, responseTimes(halves[1]).median],
  }
}
