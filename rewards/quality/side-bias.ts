// Side bias: whether one side of the screen is preferred, whatever it shows. Sides are shuffled, so a fair eye takes the
// left one half of the time.

import type { LoggedAnswer } from '../preference/log-lines.ts'
import { binomialTest } from './binomial-test.ts'
import { type Share, shareOf } from './share.ts'

export interface SideBias {
  /** How often the left one was preferred, of the answers that took a side. */
  readonly left: Share
  /** Chance of a count at least as lopsided without any bias. */
  readonly p: number
}

export function sideBias(answers: readonly LoggedAnswer[]): SideBias {
  const decided = answers.filter(({ answer }) => answer === 'first' || answer === 'second')
  const left = shareOf(decided, tookLeft)
  return { left, p: binomialTest(left.count, left.of) }
}

export function tookLeft({ answer, left }: LoggedAnswer): boolean {
  return answer === left
}
