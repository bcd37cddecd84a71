// Runs that are under way in this process: told by events, kept in memory, bounded.

import type { Recording } from '../../sim/recording.ts'
import type { ClipFrame } from '../protocol/frames.ts'
import type { ClipSummary } from '../protocol/run.ts'
import type { RunEvent } from '../protocol/run-event.ts'
import { clipFrame } from './clip-frame.ts'
import { applyEvent, emptyView, type GrowingView } from './run-view.ts'
import type { Change, RunSource } from './source.ts'

/** What a live run says: its events, where a clip brings its recording along. */
export type LiveEvent =
  | Exclude<RunEvent, { kind: 'clip' }>
  | (Extract<RunEvent, { kind: 'clip' }> & { readonly recording: Recording })

export interface LiveRuns extends RunSource {
  publish(run: string, event: LiveEvent): void
}

interface LiveRun {
  readonly view: GrowingView
  readonly frames: Map<string, ClipFrame>
}

/** Clips kept for each run, about 50 kB each: enough for every evaluation of a run of an hour. */
const clipsKept = 120

export function liveRuns(): LiveRuns {
  const runs = new Map<string, LiveRun>()
  const listeners = new Set<(change: Change) => void>()

  function publish(name: string, event: LiveEvent): void {
    const run = runs.get(name) ?? { view: emptyView(name), frames: new Map() }
    runs.set(name, run)
    const parts = applyLiveEvent(run, event)
    const now = Date.now()
    run.view.summary = { ...run.view.summary, started: run.view.summary.started ?? now, changed: now }
    for (const listener of listeners) listener({ run: name, parts })
  }

  return {
    publish,
    list: async () => [...runs.values()].map((run) => run.view.summary).reverse(),
    summary: (run) => runs.get(run)?.view.summary,
    read: async (run) => runs.get(run)?.view,
    clip: async (run, clip) => runs.get(run)?.frames.get(clip),
    // A run writes its recordings and its policy into its folder.
    recording: async () => undefined,
    policy: async () => undefined,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function applyLiveEvent({ view, frames }: LiveRun, event: LiveEvent): Change['parts'] {
  if (event.kind !== 'clip') return applyEvent(view, event)
  const { recording, ...plain } = event
  const parts = applyEvent(view, plain)
  const clip = view.clips.at(-1)
  const frame = clip && clipFrame(view.summary.id, clip, recording)
  if (frame !== undefined) frames.set(frame.clip.id, frame)
  for (const dropped of thinOut(view.clips, clipsKept)) frames.delete(dropped.id)
  return parts
}

/**
 * Drops clips until `limit` are left, such that those left stay spread over training: each time the one whose
 * neighbours are closest in steps. The first and the newest always stay.
 * @returns what was dropped.
 */
export function thinOut(clips: ClipSummary[], limit: number): readonly ClipSummary[] {
  const dropped: ClipSummary[] = []
  while (clips.length > Math.max(2, limit)) {
    let least = 1
    for (let i = 2; i < clips.length - 1; i++) if (gapAround(clips, i) < gapAround(clips, least)) least = i
    dropped.push(...clips.splice(least, 1))
  }
  return dropped
}

function gapAround(clips: readonly ClipSummary[], index: number): number {
  return clips[index + 1]!.steps - clips[index - 1]!.steps
}
