// Plain lines: for logs, pipes and continuous integration.

import { progressWords } from './progress-words.ts'
import type { Reporter } from './reporter.ts'
import { clockWords } from './words.ts'

export interface PlainReporterOptions {
  readonly write: (text: string) => void
  /** Milliseconds. */
  readonly now: () => number
  /** A line of progress at most so often. Default 10. */
  readonly everySeconds?: number
}

export function plainReporter({ write, now, everySeconds = 10 }: PlainReporterOptions): Reporter {
  const started = now()
  let saidAt = Number.NEGATIVE_INFINITY
  const saidPhases = new Set<string>()
  const say = (text: string) => write(`[${clockWords((now() - started) / 1000)}] ${text}\n`)

  return {
    report(event) {
      switch (event.kind) {
        case 'phase':
          // A long job comes back to the same phases many times.
          if (!saidPhases.has(event.name)) say(event.name)
          return void saidPhases.add(event.name)
        case 'note':
          return say(event.text)
        case 'done':
          return
        case 'progress': {
          if (now() - saidAt < everySeconds * 1000) return
          saidAt = now()
          const { steps, labels, accuracy, success, left } = progressWords(event)
          const parts = [steps, labels, accuracy, success, left].filter((part) => part !== undefined)
          return say(`${event.phase}: ${parts.join('; ')}`)
        }
      }
    },
  }
}
