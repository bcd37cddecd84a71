// What the server has said about runs, and which run is watched. Each part is a value of its own, so that whoever draws
// one is not bothered by news of another.

import type { ServerMessage } from '../../protocol/messages.ts'
import type { ClipSummary, Curve, RunStatus, RunSummary } from '../../protocol/run.ts'
import { type Value, value } from '../dom/value.ts'

/** The clips that a run offers, oldest first. */
export interface Offer {
  readonly run: string
  readonly clips: readonly ClipSummary[]
}

export interface Runs {
  readonly list: Value<readonly RunSummary[]>
  /** The watched run, and the parts of it. */
  readonly watched: Value<string | undefined>
  readonly status: Value<RunStatus | undefined>
  readonly curves: Value<readonly Curve[]>
  readonly offer: Value<Offer | undefined>
  watch(run: string): void
  hear(message: ServerMessage): void
}

interface RunsOptions {
  /** The run to watch first, where it exists. */
  readonly preferred: string | undefined
  readonly onWatch: (run: string) => void
}

export function createRuns({ preferred, onWatch }: RunsOptions): Runs {
  const list = value<readonly RunSummary[]>([])
  const watched = value<string | undefined>(undefined)
  const status = value<RunStatus | undefined>(undefined)
  const curves = value<readonly Curve[]>([])
  const offer = value<Offer | undefined>(undefined)

  function watch(run: string): void {
    if (watched.now === run) return
    watched.set(run)
    status.set(undefined)
    curves.set([])
    offer.set({ run, clips: [] })
    onWatch(run)
  }

  function hearList(runs: readonly RunSummary[]): void {
    list.set(runs)
    if (runs.some((run) => run.id === watched.now)) return
    const first = firstToWatch(runs, preferred)
    if (first !== undefined) watch(first)
  }

  function hear(message: ServerMessage): void {
    switch (message.type) {
      case 'runs':
        hearList(message.runs)
        break
      case 'status':
        if (message.run === watched.now) status.set(message.status)
        break
      case 'curves':
        if (message.run === watched.now) curves.set(message.curves)
        break
      case 'clips':
        if (message.run === watched.now) offer.set({ run: message.run, clips: message.clips })
        break
      case 'hello':
      case 'no-clip':
      case 'refused':
      case 'beat':
        break
    }
  }

  return { list, watched, status, curves, offer, watch, hear }
}

/** The one asked for, else the first that is under way, else the newest. */
export function firstToWatch(runs: readonly RunSummary[], preferred: string | undefined): string | undefined {
  const run = runs.find(({ id }) => id === preferred) ?? runs.find(({ state }) => state === 'running') ?? runs[0]
  return run?.id
}
