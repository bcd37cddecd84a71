// All runs that the server has told of. They come a few hundred at a time, and change while they go.

import type { ServerMessage } from '../../protocol/messages.ts'
import type { RunSummary } from '../../protocol/run.ts'
import { type Value, value } from '../dom/value.ts'

export interface Catalogue {
  /** Those under way first, then the newest. */
  readonly runs: Value<readonly RunSummary[]>
  /** How many are still to come. */
  readonly coming: Value<number>
  get(run: string): RunSummary | undefined
  hear(message: ServerMessage): void
}

/**
 * @param later calls back soon, once for many messages: ten thousand runs are not put in order for each that changes.
 */
export function createCatalogue(later: (then: () => void) => void): Catalogue {
  const known = new Map<string, RunSummary>()
  const runs = value<readonly RunSummary[]>([])
  const coming = value(0)
  /** Runs that the list told since it began anew: the others are gone. */
  let told: Set<string> | undefined
  let publishing = false

  function publish(): void {
    publishing = false
    runs.set([...known.values()].sort(underWayFirst))
  }

  function publishSoon(): void {
    // Whoever waits for the first run is not kept waiting.
    if (runs.now.length === 0) publish()
    else if (!publishing) {
      publishing = true
      later(publish)
    }
  }

  function hear(message: ServerMessage): void {
    if (message.type !== 'runs') return
    if (message.fresh) told = new Set()
    for (const run of message.runs) {
      known.set(run.id, run)
      told?.add(run.id)
    }
    for (const run of message.gone) known.delete(run)
    if (told !== undefined && message.left === 0) {
      for (const run of known.keys()) if (!told.has(run)) known.delete(run)
      told = undefined
    }
    coming.set(message.left)
    publishSoon()
  }

  return { runs, coming, get: (run) => known.get(run), hear }
}

function underWayFirst(a: RunSummary, b: RunSummary): number {
  return (
    Number(b.state === 'running') - Number(a.state === 'running') ||
    Number(a.state === 'queued') - Number(b.state === 'queued') ||
    (b.started ?? 0) - (a.started ?? 0) ||
    (a.id < b.id ? -1 : 1)
  )
}
