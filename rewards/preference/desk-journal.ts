// What becomes of what a person gives: checked, written down once, acknowledged when it is on the disk.

import type { DeskEvent } from './desk-event.ts'
import type { DeskLedger } from './desk-ledger.ts'
import type { DeskQuestion } from './desk-question.ts'
import type { DeskQueue } from './desk-queue.ts'
import type { PreferenceLog } from './log.ts'
import { type LogEntry, PreferenceLogError } from './log-lines.ts'
import type { Answer } from './preference.ts'
import { namesEach } from './ranking.ts'

interface Given {
  /** Chosen by whoever gives it, once; it becomes the name of the line. */
  readonly id: string
  /** `person:<name>`. */
  readonly by: string
}

interface Reaction extends Given {
  readonly question: string
  /** Places in the question's segments, from left to right, as they were shown. */
  readonly shown: readonly number[]
  /** Time that it took. */
  readonly milliseconds: number
}

export interface GivenAnswer extends Reaction {
  readonly kind: 'answer'
  readonly answer: Answer
  /** Decisions from the segments' start. */
  readonly decisiveStep?: number | undefined
}

export interface GivenRanking extends Reaction {
  readonly kind: 'ranking'
  /** Best first, equals in one group; null to skip. */
  readonly order: readonly (readonly number[])[] | null
}

export interface GivenUndo extends Given {
  readonly kind: 'undo'
  /** Name of the line that no longer counts. */
  readonly answer: string
  /** Where its question comes back to. */
  readonly seat: string
}

export type DeskGiven = GivenAnswer | GivenRanking | GivenUndo

export type DeskReply =
  /** `answer` is the name of the line that counts. */
  | { readonly kind: 'saved' | 'undone'; readonly question: string; readonly answer: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string }

/** With `not-saved` alone it may be given again: the disk refused, or the desk was closed. */
export type RefusalCode = 'unknown-question' | 'wrong-shape' | 'nothing-to-undo' | 'not-yours' | 'not-saved'

interface JournalOptions {
  readonly log: PreferenceLog
  readonly ledger: DeskLedger
  readonly queue: DeskQueue
  readonly now: () => number
  readonly tell: (event: DeskEvent) => void
}

export class DeskJournal {
  closed = false
  readonly #options: JournalOptions
  /** One thing after the other, so that each sees what the ones before it left. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: JournalOptions) {
    this.#options = options
  }

  give(given: DeskGiven): Promise<DeskReply> {
    const reply = this.#turn.then(() => this.#take(given)).catch(notSaved)
    this.#turn = reply.catch(() => {})
    return reply
  }

  async close(): Promise<void> {
    this.closed = true
    await this.#turn
  }

  async #take(given: DeskGiven): Promise<DeskReply> {
    const known = this.#known(given)
    if (known) return known
    if (this.closed) return refused('not-saved', 'nobody is asked here any more')
    return given.kind === 'undo' ? this.#takeBack(given) : this.#writeDown(given)
  }

  /** What was said when the same thing was given before. */
  #known({ id, kind }: DeskGiven): DeskReply | undefined {
    const line = this.#options.log.find(id)
    if (line === undefined) return undefined
    if (line.kind !== kind) return refused('wrong-shape', `the id ${id} belongs to something else`)
    if (line.kind !== 'undo') return { kind: 'saved', question: line.question ?? '', answer: id }
    return { kind: 'undone', question: this.#questionOf(line.undoes), answer: line.undoes }
  }

  async #writeDown(given: GivenAnswer | GivenRanking): Promise<DeskReply> {
    const { ledger, queue, tell } = this.#options
    const question = queue.question(given.question)
    if (question === undefined) return refused('unknown-question', `nobody asks ${given.question} here`)
    const problem = problemOf(given, question)
    if (problem !== undefined) return refused('wrong-shape', problem)
    const earlier = ledger.of(question.id, given.by)
    if (earlier) return { kind: 'saved', question: question.id, answer: earlier.id }
    const entry = await this.#append(given, question)
    ledger.add(entry)
    queue.settle(question.id)
    tell({ kind: 'answered', entry })
    return { kind: 'saved', question: question.id, answer: entry.id }
  }

  #append(given: GivenAnswer | GivenRanking, { id: question, segments }: DeskQuestion): Promise<LogEntry> {
    const { log, queue, now } = this.#options
    const { id, by, milliseconds } = given
    const common = { by, milliseconds, question, at: new Date(now()).toISOString() }
    if (given.kind === 'ranking') {
      const order = given.order === null ? null : given.order.map((group) => [...group])
      return log.appendRanking({ ...common, segments: [...segments], order, shown: [...given.shown] }, { id })
    }
    const repeats = queue.original(question)
    return log.append(
      {
        ...common,
        first: segments[0]!,
        second: segments[1]!,
        answer: given.answer,
        left: given.shown[0] === 0 ? 'first' : 'second',
        ...(given.decisiveStep === undefined ? {} : { decisiveStep: given.decisiveStep }),
        ...(repeats === undefined ? {} : { repeats }),
      },
      { id },
    )
  }

  async #takeBack({ id, by, answer, seat }: GivenUndo): Promise<DeskReply> {
    const { log, ledger, queue, now, tell } = this.#options
    const standing = log.entries().find((entry) => entry.id === answer)
    if (standing === undefined) return refused('nothing-to-undo', `there is no standing answer ${answer}`)
    if (standing.by !== by) return refused('not-yours', 'somebody else gave that answer')
    const entry = await log.undo({ id: answer, by, at: new Date(now()).toISOString() }, { id })
    ledger.remove(entry)
    const question = entry.question ?? ''
    queue.bringBack(seat, question)
    tell({ kind: 'undone', entry })
    return { kind: 'undone', question, answer }
  }

  #questionOf(answer: string): string {
    const line = this.#options.log.find(answer)
    return line === undefined || line.kind === 'undo' ? '' : (line.question ?? '')
  }
}

function problemOf(given: GivenAnswer | GivenRanking, { segments }: DeskQuestion): string | undefined {
  const asked = segments.length
  if ((given.kind === 'ranking') !== asked > 2) return `a question of ${asked} clips has no ${given.kind}`
  if (!namesEach(given.shown, asked)) return `found ${given.shown.length} shown, expected each of ${asked} clips once`
  if (given.kind === 'ranking') {
    const named = given.order === null || namesEach(given.order.flat(), asked)
    return named ? undefined : `the order must name each of ${asked} clips once`
  }
  const longest = Math.max(...segments.map(({ length }) => length))
  if ((given.decisiveStep ?? 0) >= longest) return `the decisive step lies behind the end of both clips`
  return undefined
}

function refused(code: RefusalCode, message: string): DeskReply {
  return { kind: 'refused', code, message }
}

function notSaved(error: unknown): DeskReply {
  if (error instanceof PreferenceLogError) return refused('not-saved', error.message)
  throw error
}
