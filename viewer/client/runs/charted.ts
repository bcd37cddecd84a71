// One curve of many runs, as far as the server has told it.

import type { ServerMessage } from '../../protocol/messages.ts'
import type { Curve } from '../../protocol/run.ts'
import { type Value, value } from '../dom/value.ts'

export interface Charted {
  readonly curve: string
  /** By run; those that were not told yet are missing. */
  readonly points: ReadonlyMap<string, Curve['points']>
}

export interface ChartedRuns {
  readonly now: Value<Charted>
  /** Asks for another curve or other runs; what is known of them stays. */
  request(curve: string, runs: readonly string[]): void
  hear(message: ServerMessage): void
}

interface ChartedOptions {
  readonly onRequest: (curve: string, runs: readonly string[]) => void
  /** Calls back soon, once for many messages. */
  readonly later: (then: () => void) => void
}

/** As many as the protocol lets a page ask for. */
const mostRuns = 400

export function createCharted({ onRequest, later }: ChartedOptions): ChartedRuns {
  const now = value<Charted>({ curve: '', points: new Map() })
  const points = new Map<string, Curve['points']>()
  let wanted: { readonly curve: string; readonly runs: readonly string[] } = { curve: '', runs: [] }
  let publishing = false

  function publish(): void {
    publishing = false
    now.set({ curve: wanted.curve, points: new Map(points) })
  }

  return {
    now,
    request(curve, runs) {
      const asked = runs.slice(0, mostRuns)
      if (curve === '') return
      const same =
        curve === wanted.curve && asked.length === wanted.runs.length && asked.every((run, i) => run === wanted.runs[i])
      if (same) return
      if (curve !== wanted.curve) points.clear()
      for (const run of points.keys()) if (!asked.includes(run)) points.delete(run)
      wanted = { curve, runs: asked }
      publish()
      if (asked.length > 0) onRequest(curve, asked)
    },
    hear(message) {
      if (message.type !== 'series' || message.curve !== wanted.curve || !wanted.runs.includes(message.run)) return
      points.set(message.run, message.points)
      if (publishing) return
      publishing = true
      later(publish)
    },
  }
}
