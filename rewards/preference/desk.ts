// The desk at which people answer: who is asked what next, and what becomes of the answer. It keeps no clock, no files and
// no chance of its own. An answer is in the log, and so on the disk, before it is called saved.

import type { DeskEvent } from './desk-event.ts'
import { type DeskGiven, DeskJournal, type DeskReply } from './desk-journal.ts'
import { DeskLedger, type PersonTally } from './desk-ledger.ts'
import type { DeskQuestion, OfferedQuestion } from './desk-question.ts'
import { DeskQueue, type Seat } from './desk-queue.ts'
import type { PreferenceLog } from './log.ts'
import type { LoggedAnswer } from './log-lines.ts'

export interface DeskOptions {
  /** Stays open when the desk closes. Answers that it holds already count. */
  readonly log: PreferenceLog
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** In [0, 1): decides when a question is asked again. */
  readonly random: () => number
  /** How many answers are asked for, skipped questions not counted. Without a number: all there are. */
  readonly wanted?: number
  /** Share of questions that are earlier ones asked again, unannounced. Default 0. */
  readonly repeats?: number
  /** How long a question stays with somebody who gives no sign. Default 120. */
  readonly leaseSeconds?: number
  /** Questions that a seat is given at once: the first to answer now, the others to get ready. Default 3. */
  readonly ahead?: number
  /** When all questions have their answers: whether more may come. Default `finished`. */
  readonly exhausted?: 'finished' | 'waiting'
}

export interface Offer {
  readonly questions: readonly OfferedQuestion[]
  /** `waiting`: none now, more may come. `finished`: none ever. */
  readonly state: 'asking' | 'waiting' | 'finished'
}

export interface DeskProgress {
  readonly answered: number
  readonly skipped: number
  readonly wanted: number | null
  readonly people: readonly (PersonTally & { readonly here: boolean })[]
}

export interface Desk {
  /** Fair ones are asked first, otherwise in this order. Those that are known or answered already are not asked again. */
  add(questions: readonly DeskQuestion[]): void
  /** Answers to questions of a desk that stand, oldest first, whoever gave them. */
  answers(): readonly LoggedAnswer[]
  progress(): DeskProgress
  /** Tells of every change until the returned function is called. */
  subscribe(listener: (event: DeskEvent) => void): () => void
  /** Nobody is asked any more and nothing is taken; what is being written is finished first. */
  close(): Promise<void>

  /** Somebody is there. A seat that is known keeps its questions; `holding` are those that they have before them. */
  sit(seat: Seat & { readonly holding?: readonly string[] }): void
  /** They left; their questions stay with them for a while. */
  leave(seat: string): void
  /** They will not come back to this seat: others may have its questions at once. */
  giveUp(seat: string): void
  /** They are still looking. */
  stay(seat: string): void
  /** What this seat is to answer, from now on its own. */
  offer(seat: string): Offer
  /** However often the same thing is given, it counts once. */
  give(given: DeskGiven): Promise<DeskReply>
  /** A question that was added, or its repetition. */
  question(id: string): DeskQuestion | undefined
}

export function createDesk(options: DeskOptions): Desk {
  const { log, wanted = null, exhausted = 'finished' } = options
  const ledger = new DeskLedger(log.entries())
  const queue = new DeskQueue({
    ledger,
    now: options.now,
    random: options.random,
    repeats: options.repeats ?? 0,
    leaseMilliseconds: (options.leaseSeconds ?? 120) * 1000,
    ahead: options.ahead ?? 3,
  })
  const journal = new DeskJournal({ log, ledger, queue, now: options.now, tell })
  const listeners = new Set<(event: DeskEvent) => void>()

  function tell(event: DeskEvent): void {
    for (const listener of listeners) listener(event)
  }

  function answered(): number {
    return ledger.tallies().reduce((sum, person) => sum + person.answered, 0)
  }

  function offer(seat: string): Offer {
    if (journal.closed) return { questions: [], state: 'finished' }
    const questions = queue.offer(seat, wanted === null ? Number.POSITIVE_INFINITY : wanted - answered())
    if (questions.length > 0) return { questions, state: 'asking' }
    const done = (wanted !== null && answered() >= wanted) || (exhausted === 'finished' && queue.exhausted)
    return { questions, state: done ? 'finished' : 'waiting' }
  }

  return {
    add(questions) {
      queue.add(questions)
      tell({ kind: 'questions' })
    },
    answers: () => log.answers().filter(({ question }) => question !== undefined),
    progress: () => ({
      answered: answered(),
      skipped: ledger.tallies().reduce((sum, person) => sum + person.skipped, 0),
      wanted,
      people: queue.people().map((person) => ({ ...person })),
    }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      await journal.close()
      tell({ kind: 'questions' })
    },
    sit: (seat) => queue.sit(seat),
    leave: (seat) => queue.leave(seat),
    giveUp: (seat) => queue.giveUp(seat),
    stay: (seat) => queue.stay(seat),
    offer,
    give: (given) => journal.give(given),
    question: (id) => queue.question(id),
  }
}
