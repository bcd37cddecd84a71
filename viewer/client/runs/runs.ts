// The one or two runs that are watched, and what the server has said about each. Each part is a value of its own, so
// that whoever draws one is not bothered by news of another.

import type { ServerMessage } from '../../protocol/messages.ts'
import type { About, ClipSummary, Curve, RunStatus, RunSummary } from '../../protocol/run.ts'
import { type Side, sides } from '../compare/choice.ts'
import { type Settable, type Value, value } from '../dom/value.ts'

/** The clips that a run offers, oldest first. */
export interface Offer {
  readonly run: string
  readonly clips: readonly ClipSummary[]
}

export interface WatchedRun {
  readonly run: Value<string | undefined>
  readonly status: Value<RunStatus | undefined>
  readonly curves: Value<readonly Curve[]>
  readonly offer: Value<Offer | undefined>
  readonly about: Value<About | undefined>
}

export type Runs = Readonly<Record<Side, WatchedRun>> & {
  /** Both sides show the same run until one is given another. */
  watch(run: string, side?: Side): void
  hear(message: ServerMessage): void
}

type Settables = { readonly [Part in keyof WatchedRun]: Settable<WatchedRun[Part]['now']> }

interface RunsOptions {
  readonly onWatch: (runs: readonly string[]) => void
}

export function createRuns({ onWatch }: RunsOptions): Runs {
  const watched = { left: nothingWatched(), right: nothingWatched() }

  function watch(run: string, side?: Side): void {
    const changed = sides.filter((each) => (side ?? each) === each && watched[each].run.now !== run)
    if (changed.length === 0) return
    for (const each of changed) begin(watched[each], run)
    onWatch([...new Set(sides.map((each) => watched[each].run.now).filter((name) => name !== undefined))])
  }

  function hear(message: ServerMessage): void {
    if (!('run' in message)) return
    for (const side of sides) if (watched[side].run.now === message.run) hearPart(watched[side], message)
  }

  return { ...watched, watch, hear }
}

function nothingWatched(): Settables {
  return {
    run: value<string | undefined>(undefined),
    status: value<RunStatus | undefined>(undefined),
    curves: value<readonly Curve[]>([]),
    offer: value<Offer | undefined>(undefined),
    about: value<About | undefined>(undefined),
  }
}

function begin(watched: Settables, run: string): void {
  watched.run.set(run)
  watched.status.set(undefined)
  watched.curves.set([])
  watched.about.set(undefined)
  watched.offer.set({ run, clips: [] })
}

function hearPart(watched: Settables, message: ServerMessage): void {
  switch (message.type) {
    case 'status':
      watched.status.set(message.status)
      break
    case 'curves':
      watched.curves.set(message.curves)
      break
    case 'clips':
      watched.offer.set({ run: message.run, clips: message.clips })
      break
    case 'about':
      watched.about.set(message.about)
      break
    default:
      break
  }
}

/** The one asked for, else the first that is under way, else the newest. */
export function firstToWatch(runs: readonly RunSummary[], preferred: string | undefined): string | undefined {
  const begun = runs.filter(({ state }) => state !== 'queued')
  const run = begun.find(({ id }) => id === preferred) ?? begun.find(({ state }) => state === 'running') ?? begun[0]
  return run?.id
}
