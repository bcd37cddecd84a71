// Who is asked what next: fair questions first, nobody what somebody else has before them, and now and then an earlier
// question again.

import { type DeskLedger, isSkip, type PersonTally } from './desk-ledger.ts'
import { type DeskQuestion, type OfferedQuestion, repeated, shownOrder } from './desk-question.ts'
import { Leases } from './leases.ts'

export interface Seat {
  /** Names one place to answer at, such as a tab of a browser. */
  readonly seat: string
  /** `person:<name>`. */
  readonly by: string
}

interface QueueOptions {
  readonly ledger: DeskLedger
  readonly now: () => number
  readonly random: () => number
  readonly repeats: number
  readonly leaseMilliseconds: number
  readonly ahead: number
}

interface Sitting extends Seat {
  here: boolean
  /** Questions of this seat, first to last. */
  held: string[]
}

/** A question is asked again after this many others at the earliest, so that it is not remembered. */
const repeatGap = 5
/** Questions that a seat can hold, such as after several undos. */
const mostHeld = 6

export class DeskQueue {
  readonly #options: QueueOptions
  readonly #questions = new Map<string, DeskQuestion>()
  /** What a repetition asks again, by the name of the repetition. */
  readonly #originals = new Map<string, DeskQuestion>()
  readonly #seats = new Map<string, Sitting>()
  readonly #leases: Leases
  #order: DeskQuestion[] = []

  constructor(options: QueueOptions) {
    this.#options = options
    this.#leases = new Leases({ now: options.now, milliseconds: options.leaseMilliseconds })
  }

  add(questions: readonly DeskQuestion[]): void {
    for (const question of questions) {
      this.#questions.set(question.id, question)
      if (question.segments.length === 2) this.#originals.set(repeated(question).id, question)
    }
    const all = [...this.#questions.values()]
    this.#order = [...all.filter(({ fair }) => fair), ...all.filter(({ fair }) => !fair)]
  }

  question(id: string): DeskQuestion | undefined {
    const original = this.#originals.get(id)
    return this.#questions.get(id) ?? (original && repeated(original))
  }

  /** The question that this one asks again. */
  original(id: string): string | undefined {
    return this.#originals.get(id)?.id
  }

  /** Whether every question has an answer. */
  get exhausted(): boolean {
    return this.#order.every(({ id }) => this.#options.ledger.has(id))
  }

  sit({ seat, by, holding = [] }: Seat & { readonly holding?: readonly string[] }): void {
    this.#forgetGone()
    const before = this.#seats.get(seat)
    const wished = [...holding, ...(before?.held ?? [])]
    const sitting: Sitting = { seat, by, here: true, held: [] }
    this.#seats.set(seat, sitting)
    for (const question of new Set(wished)) if (this.#mayHold(sitting, question)) this.#hold(sitting, question)
  }

  leave(seat: string): void {
    const sitting = this.#seats.get(seat)
    if (sitting) sitting.here = false
  }

  giveUp(seat: string): void {
    for (const question of this.#seats.get(seat)?.held ?? []) {
      if (this.#leases.holder(question) === seat) this.#leases.release(question)
    }
    this.#seats.delete(seat)
  }

  stay(seat: string): void {
    this.#leases.renew(seat)
  }

  /** Makes it the seat's next question. */
  bringBack(seat: string, question: string): void {
    const sitting = this.#seats.get(seat)
    if (!sitting || this.question(question) === undefined || !this.#leases.take(question, seat)) return
    sitting.held = [question, ...sitting.held.filter((each) => each !== question)]
    for (const dropped of sitting.held.splice(mostHeld)) this.#leases.release(dropped)
  }

  /** It has its answer. */
  settle(question: string): void {
    this.#leases.release(question)
  }

  /** @param left how many answers are still asked for, of everybody together */
  offer(seat: string, left: number): OfferedQuestion[] {
    const sitting = this.#seats.get(seat)
    if (!sitting) return []
    const own = Math.max(0, left - this.#leases.heldByOthers(seat))
    sitting.held = sitting.held.filter((question) => this.#mayHold(sitting, question))
    for (const spare of sitting.held.splice(own)) this.#leases.release(spare)
    while (sitting.held.length < Math.min(own, this.#options.ahead)) {
      const next = this.#next(sitting)
      if (next === undefined) break
      this.#hold(sitting, next)
    }
    for (const question of sitting.held) this.#leases.take(question, seat)
    return sitting.held.map((question) => this.#asShown(question, sitting.by))
  }

  people(): (PersonTally & { here: boolean })[] {
    const here = new Set([...this.#seats.values()].filter((seat) => seat.here).map(({ by }) => by))
    const tallies = this.#options.ledger.tallies()
    const known = new Set(tallies.map(({ by }) => by))
    const silent = [...here].filter((by) => !known.has(by)).map((by) => ({ by, answered: 0, skipped: 0 }))
    return [...tallies, ...silent].map((tally) => ({ ...tally, here: here.has(tally.by) }))
  }

  #hold(sitting: Sitting, question: string): void {
    if (this.#leases.take(question, sitting.seat)) sitting.held.push(question)
  }

  /** Not of somebody else, not answered by this person, and still asked. */
  #mayHold({ seat, by }: Sitting, question: string): boolean {
    const holder = this.#leases.holder(question)
    if ((holder !== undefined && holder !== seat) || this.question(question) === undefined) return false
    if (this.#options.ledger.of(question, by)) return false
    const original = this.original(question)
    return original === undefined || this.#options.ledger.of(original, by) !== undefined
  }

  #next({ by }: Sitting): string | undefined {
    const { ledger, random, repeats } = this.#options
    const fresh = this.#order.find(({ id }) => !ledger.has(id) && this.#leases.holder(id) === undefined)
    if (fresh === undefined) return undefined
    return (random() < repeats ? this.#repeat(by) : undefined) ?? fresh.id
  }

  #repeat(by: string): string | undefined {
    const { ledger, random } = this.#options
    const old = ledger.by(by).slice(0, -repeatGap)
    const free = [...new Set(old.map((entry) => entry.question!))].flatMap((id) => {
      const original = this.#questions.get(id)
      if (original === undefined || original.segments.length !== 2 || isSkip(ledger.of(id, by)!)) return []
      const again = repeated(original).id
      return ledger.has(again) || this.#leases.holder(again) !== undefined ? [] : [again]
    })
    return free[Math.floor(random() * free.length)]
  }

  #asShown(id: string, by: string): OfferedQuestion {
    const question = this.question(id)!
    const before = this.#options.ledger.of(this.original(id) ?? '', by)
    if (before?.kind !== 'answer') return { ...question, shown: shownOrder(question) }
    return { ...question, shown: before.left === 'first' ? [1, 0] : [0, 1] }
  }

  /** Seats of those who left and whose questions went to others. */
  #forgetGone(): void {
    for (const [seat, { here, held }] of this.#seats) {
      if (!here && held.every((question) => this.#leases.holder(question) !== seat)) this.#seats.delete(seat)
    }
  }
}
