// What the lines of a preference log come to: which answers and rankings stand, and which names are taken.

import type { LogEntry, LoggedAnswer, LoggedRanking, LogLine } from './log-lines.ts'
import { impliedPreferences } from './ranking.ts'

export class LogRecords {
  readonly #lines = new Map<string, LogLine>()
  readonly #standing = new Map<string, LogEntry>()

  /** Oldest line first. The line's name is new, and what it undoes is there. */
  add(line: LogLine): void {
    this.#lines.set(line.id, line)
    if (line.kind === 'undo') this.#standing.delete(line.undoes)
    else this.#standing.set(line.id, line)
  }

  find(id: string): LogLine | undefined {
    return this.#lines.get(id)
  }

  /** Oldest first. */
  entries(): LogEntry[] {
    return [...this.#standing.values()]
  }

  /** Oldest first, a ranking's implied answers in its place. */
  answers(): LoggedAnswer[] {
    return this.entries().flatMap((entry) => (entry.kind === 'answer' ? [entry] : impliedAnswers(entry)))
  }
}

function impliedAnswers(ranking: LoggedRanking): LoggedAnswer[] {
  return impliedPreferences(ranking).map((preference, pair) => ({
    ...preference,
    kind: 'answer',
    id: `${ranking.id}.${pair + 1}`,
    ranking: ranking.id,
  }))
}
