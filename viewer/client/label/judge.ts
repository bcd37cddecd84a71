// What a person does at the desk: answers, marks, takes back, looks back.

import type { ClockState } from '../clock/clock.ts'
import { shownTime } from '../clock/clock.ts'
import { type Value, value } from '../dom/value.ts'
import { answerOf, decisionAt, membersOf, type PairChoice, sayJudgement } from './judgement.ts'
import { modeOf } from './places.ts'
import type { Ready } from './queue.ts'
import type { Judgement, Session } from './session.ts'
import type { Stopwatch } from './stopwatch.ts'

export interface Judge {
  /** An answered question that is looked at again instead of the present one. */
  readonly lookingBack: Value<Ready | undefined>
  /** Seconds from the start of the clips at which the present pair was decided. */
  readonly decisive: Value<number | undefined>
  answer(choice: PairChoice): void
  rank(groups: readonly (readonly number[])[]): void
  skip(): void
  undo(): void
  /** The instant on the clock decides; again on the same instant: none does. */
  mark(): void
  toggleReview(): Promise<void>
  /** Another question is asked. */
  begin(): void
}

interface JudgeOptions {
  readonly session: Session
  readonly load: (question: Ready['question']) => Promise<Ready>
  readonly clock: { readonly now: ClockState }
  readonly stopwatch: Stopwatch
  readonly say: (line: string) => void
  /** For screen readers: what was answered. */
  readonly tell: (line: string) => void
}

export function createJudge({ session, load, clock, stopwatch, say, tell }: JudgeOptions): Judge {
  const lookingBack = value<Ready | undefined>(undefined)
  const decisive = value<number | undefined>(undefined)

  /** @returns the present question where it may be answered now. */
  function asked(): Ready | undefined {
    if (lookingBack.now === undefined) return session.queue.present.now
    say('this is the last question again: press R to go back to the present one')
    return undefined
  }

  function give(judgement: Judgement): void {
    session.give(judgement)
    const last = session.last.now
    if (last !== undefined) tell(`You said: ${sayJudgement(last.message, last.question)}.`)
  }

  function answer(choice: PairChoice): void {
    const present = asked()
    if (present === undefined || modeOf(present.question) !== 'pair') return
    const { question } = present
    const at = decisive.now
    const reason = at === undefined || choice === 'skip' ? {} : { decisiveStep: decisionAt(at, question) }
    const milliseconds = stopwatch.read()
    give({ type: 'label-answer', answer: answerOf(choice, question), milliseconds, ...reason })
  }

  function rank(groups: readonly (readonly number[])[] | null): void {
    const present = asked()
    if (present === undefined || modeOf(present.question) !== 'ranking') return
    const order = groups && membersOf(groups, present.question)
    give({ type: 'label-ranking', order, milliseconds: stopwatch.read() })
  }

  function leaveReview(): void {
    lookingBack.set(undefined)
    stopwatch.resume()
  }

  return {
    lookingBack,
    decisive,
    answer,
    rank,
    skip() {
      const present = session.queue.present.now
      if (present !== undefined && modeOf(present.question) === 'ranking') rank(null)
      else answer('skip')
    },
    undo() {
      if (lookingBack.now !== undefined) leaveReview()
      const last = session.last.now
      if (last !== undefined) tell(`Taken back: ${sayJudgement(last.message, last.question)}.`)
      void session.undo().catch((error) => say(String(error)))
    },
    mark() {
      if (asked() === undefined) return
      const now = shownTime(clock.now)
      decisive.set(decisive.now === now ? undefined : now)
    },
    async toggleReview() {
      if (lookingBack.now !== undefined) return leaveReview()
      const last = session.last.now
      if (last === undefined) return say('nothing was answered in this tab yet')
      stopwatch.pause()
      lookingBack.set(await load(last.question))
    },
    begin() {
      decisive.set(undefined)
      stopwatch.restart()
    },
  }
}
