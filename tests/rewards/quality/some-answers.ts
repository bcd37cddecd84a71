// Answers as the log keeps them, for tests of what is measured on them.

import type { LoggedAnswer } from '../../../rewards/preference/log-lines.ts'
import type { Answer, SegmentRef } from '../../../rewards/preference/preference.ts'
import { somePreference } from '../preference/some-preference.ts'

export const segment = (episode: string, start = 0): SegmentRef => ({ episode, start, length: 5 })

/** About pair number `pair`: `first` is what the person takes, unless `turned` shows the pair in the other order. */
export interface Said extends Partial<LoggedAnswer> {
  readonly pair: number
  readonly turned?: boolean
}

let sequence = 0

export function said({ pair, turned = false, ...change }: Said): LoggedAnswer {
  const [first, second] = [segment(`${pair}-a`), segment(`${pair}-b`)]
  const shown = turned ? { first: second, second: first } : { first, second }
  sequence++
  return {
    kind: 'answer',
    id: `test-${sequence}`,
    ...somePreference({ ...shown, by: 'person:Ada', milliseconds: 2000 }),
    ...change,
  }
}

/** One answer to each of different pairs. */
export const eachSaid = (answers: readonly Answer[], change: Partial<LoggedAnswer> = {}): LoggedAnswer[] =>
  answers.map((answer, pair) => said({ pair, answer, ...change }))

export const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)
