// Folds a run's events into what a page shows of it. The same fold serves live runs and run folders.

import type { ClipSummary, Curve, RunStatus, RunSummary } from '../protocol/run.ts'
import type { RunEvent } from '../protocol/run-event.ts'
import type { Part, RunView } from './source.ts'

/** A view under construction; its owner alone changes it, by `applyEvent`. */
export interface GrowingView extends RunView {
  summary: RunSummary
  status: RunStatus
  readonly curves: GrowingCurve[]
  readonly clips: ClipSummary[]
}

interface GrowingCurve extends Curve {
  readonly points: [number, number][]
}

export function emptyView(run: string): GrowingView {
  return {
    summary: { id: run, task: 'unknown', method: 'unknown', seed: 0, state: 'running' },
    status: { state: 'running', progress: null, note: null },
    curves: [],
    clips: [],
  }
}

/** @returns the parts that changed. */
export function applyEvent(view: GrowingView, event: RunEvent): readonly Part[] {
  switch (event.kind) {
    case 'begin':
      view.summary = { id: view.summary.id, task: event.task, method: event.method, seed: event.seed, state: 'running' }
      view.status = { ...view.status, state: 'running', note: null }
      return ['summary', 'status']
    case 'progress': {
      const { kind: _, ...progress } = event
      view.status = { ...view.status, progress }
      return ['status']
    }
    case 'point':
      addPoint(view.curves, event)
      return ['curves']
    case 'clip': {
      const { kind: _, ...clip } = event
      addClip(view.clips, { ...clip, task: view.summary.task })
      return ['clips']
    }
    case 'end':
      setState(view, event.outcome, event.note)
      return ['summary', 'status']
  }
}

export function setState(view: GrowingView, state: RunStatus['state'], note?: string): void {
  view.summary = { ...view.summary, state }
  view.status = { ...view.status, state, note: note ?? null }
}

/** A run that was resumed goes through steps that it had already passed: the newer points replace the older. */
function addPoint(curves: GrowingCurve[], event: { curve: string; steps: number; value: number }): void {
  let curve = curves.find((each) => each.name === event.curve)
  if (curve === undefined) {
    curve = { name: event.curve, points: [] }
    curves.push(curve)
  }
  while ((curve.points.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY) >= event.steps) curve.points.pop()
  curve.points.push([event.steps, event.value])
}

function addClip(clips: ClipSummary[], clip: ClipSummary): void {
  const same = clips.findIndex((each) => each.id === clip.id)
  if (same >= 0) clips.splice(same, 1)
  clips.push(clip)
}
