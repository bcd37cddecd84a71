// Which question has whose answer: the log's standing entries, by question and by person.

import type { LogEntry } from './log-lines.ts'

export interface PersonTally {
  /** `person:<name>`. */
  readonly by: string
  answered: number
  skipped: number
}

export class DeskLedger {
  readonly #byQuestion = new Map<string, Map<string, LogEntry>>()
  readonly #tallies = new Map<string, PersonTally>()

  constructor(entries: readonly LogEntry[]) {
    for (const entry of entries) this.add(entry)
  }

  add(entry: LogEntry): void {
    if (entry.question === undefined) return
    const people = this.#byQuestion.get(entry.question) ?? new Map<string, LogEntry>()
    this.#byQuestion.set(entry.question, people.set(entry.by, entry))
    this.#count(entry, 1)
  }

  remove(entry: LogEntry): void {
    if (entry.question === undefined || !this.#byQuestion.get(entry.question)?.delete(entry.by)) return
    this.#count(entry, -1)
  }

  /** Whether anybody has answered it. */
  has(question: string): boolean {
    return (this.#byQuestion.get(question)?.size ?? 0) > 0
  }

  of(question: string, by: string): LogEntry | undefined {
    return this.#byQuestion.get(question)?.get(by)
  }

  /** Oldest first, but for questions that were answered anew. */
  by(person: string): LogEntry[] {
    return [...this.#byQuestion.values()].flatMap((people) => people.get(person) ?? [])
  }

  tallies(): readonly PersonTally[] {
    return [...this.#tallies.values()]
  }

  #count(entry: LogEntry, change: 1 | -1): void {
    const tally = this.#tallies.get(entry.by) ?? { by: entry.by, answered: 0, skipped: 0 }
    this.#tallies.set(entry.by, tally)
    if (isSkip(entry)) tally.skipped += change
    else tally.answered += change
  }
}

export function isSkip(entry: LogEntry): boolean {
  return entry.kind === 'answer' ? entry.answer === 'skip' : entry.order === null
}
