// Agreement with oneself: pairs that one person was shown more than once, unannounced, in either order.

import type { LoggedAnswer } from '../preference/log-lines.ts'
import { verdictOf } from './pair.ts'
import { type Share, shareOf } from './share.ts'

/**
 * Each later answer against the same person's first one about that pair. A skip says nothing, so that repeats with one are
 * left out.
 *
 * @param answers of one person, oldest first
 */
export function selfAgreement(answers: readonly LoggedAnswer[]): Share {
  const firsts = new Map<string, string>()
  const repeats: { readonly before: string; readonly now: string }[] = []
  for (const { pair, answer } of answers.map(verdictOf)) {
    if (answer === 'skip') continue
    const before = firsts.get(pair)
    if (before === undefined) firsts.set(pair, answer)
    else repeats.push({ before, now: answer })
  }
  return shareOf(repeats, ({ before, now }) => before === now)
}
