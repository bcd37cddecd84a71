// What one page has still to be told of the list of runs. However many there are, and however often they change, a
// message stays small, and a run that changed twice meanwhile is told once.

import type { ServerMessage } from '../protocol/messages.ts'
import type { RunSummary } from '../protocol/run.ts'
import type { RunSource } from './source.ts'

type RunsMessage = Extract<ServerMessage, { type: 'runs' }>

export interface RunNews {
  add(run: string): void
  /** @returns the next message; undefined when there is nothing to tell. The first begins with the whole list. */
  take(): Promise<RunsMessage | undefined>
}

const runsInMessage = 200

export function runNews(source: Pick<RunSource, 'list' | 'summary'>): RunNews {
  const untold = new Set<string>()
  let begun = false

  async function begin(): Promise<void> {
    // First those of the list, in its order.
    const meanwhile = [...untold]
    untold.clear()
    for (const { id } of await source.list()) untold.add(id)
    for (const run of meanwhile) untold.add(run)
    begun = true
  }

  return {
    add: (run) => void untold.add(run),
    async take() {
      const fresh = !begun
      if (fresh) await begin()
      if (untold.size === 0 && !fresh) return undefined
      const runs: RunSummary[] = []
      const gone: string[] = []
      for (const run of [...untold].slice(0, runsInMessage)) {
        untold.delete(run)
        const summary = source.summary(run)
        if (summary === undefined) gone.push(run)
        else runs.push(summary)
      }
      return { type: 'runs', fresh, runs, gone, left: untold.size }
    },
  }
}
