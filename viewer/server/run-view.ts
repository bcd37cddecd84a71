// Folds a run's events into what a page shows of it. The same fold serves live runs and run folders.

import type { About, ClipSummary, Curve, RunState, RunStatus, RunSummary, Scores } from '../protocol/run.ts'
import type { Outcome, RunEvent } from '../protocol/run-event.ts'
import type { Part, RunView } from './source.ts'

/** A view under construction; its owner alone changes it, by `applyEvent`. */
export interface GrowingView extends RunView {
  summary: RunSummary
  status: RunStatus
  readonly curves: GrowingCurve[]
  readonly clips: ClipSummary[]
  about: About
}

interface GrowingCurve extends Curve {
  readonly points: [number, number][]
}

export const noScores: Scores = {
  steps: 0,
  labels: 0,
  minutes: null,
  success: null,
  rewardAccuracy: null,
  rewardSpearman: null,
}

const unknown = { task: 'unknown', method: 'unknown', seed: 0 }

export function emptySummary(id: string): RunSummary {
  return { id, ...unknown, state: 'running', started: null, changed: 0, settings: {}, scores: null, note: null }
}

export function emptyView(run: string): GrowingView {
  return {
    summary: emptySummary(run),
    status: { state: 'running', progress: null, note: null },
    curves: [],
    clips: [],
    about: { folder: null, configuration: {}, origin: {}, notes: null, lastLines: [], rollsOut: false },
  }
}

/** @returns the parts that changed. */
export function applyEvent(view: GrowingView, event: RunEvent): readonly Part[] {
  switch (event.kind) {
    case 'begin':
      view.summary = { ...view.summary, task: event.task, method: event.method, seed: event.seed }
      setState(view, 'running')
      return ['summary', 'status']
    case 'progress': {
      const { kind: _, ...progress } = event
      view.status = { ...view.status, progress }
      const { steps, labels, success, rewardAccuracy } = progress
      score(view, { steps, labels, success, rewardAccuracy })
      return ['status', 'summary']
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
      setState(view, stateOf[event.outcome], event.note)
      return ['summary', 'status']
  }
}

export const stateOf: Readonly<Record<Outcome, RunState>> = {
  finished: 'finished',
  stopped: 'interrupted',
  failed: 'failed',
}

export function setState(view: GrowingView, state: RunState, note?: string): void {
  view.summary = { ...view.summary, state, note: note ?? null }
  view.status = { ...view.status, state, note: note ?? null }
}

function score(view: GrowingView, scores: Partial<Scores>): void {
  view.summary = { ...view.summary, scores: { ...(view.summary.scores ?? noScores), ...scores } }
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
