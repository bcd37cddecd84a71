import { expect, test } from 'vitest'
import type { RunEvent } from '../../../viewer/protocol/run-event.ts'
import { applyEvent, emptyView, setState } from '../../../viewer/server/run-view.ts'

const progress = {
  kind: 'progress',
  phase: 'gathering',
  steps: 10,
  stepBudget: 100,
  stepsPerSecond: 5,
  labels: 0,
  labelBudget: 10,
  rewardAccuracy: null,
  success: null,
  secondsLeft: null,
} satisfies RunEvent

function fold(...events: RunEvent[]) {
  const view = emptyView('a')
  const parts = events.map((event) => applyEvent(view, event))
  return { view, parts }
}

const point = (steps: number, value: number): RunEvent => ({ kind: 'point', curve: 'success', steps, value })
const clip = (id: string, steps: number): RunEvent => ({
  kind: 'clip',
  id,
  checkpoint: id,
  steps,
  seed: 1,
  success: false,
})

test('a run begins, goes on and ends', () => {
  const begin = { kind: 'begin', task: 'push', method: 'pebble', seed: 3 } as const
  const { view, parts } = fold(begin, progress, { kind: 'end', outcome: 'failed', note: 'the disk is full' })
  expect(parts).toEqual([
    ['summary', 'status'],
    ['status', 'summary'],
    ['summary', 'status'],
  ])
  expect(view.summary).toMatchObject({ id: 'a', task: 'push', method: 'pebble', seed: 3, state: 'failed' })
  expect(view.summary.note).toBe('the disk is full')
  expect(view.summary.scores).toMatchObject({ steps: 10, success: null })
  expect(view.status.note).toBe('the disk is full')
  expect(view.status.progress?.phase).toBe('gathering')
})

test('progress does not carry its kind to the page', () => {
  expect(fold(progress).view.status.progress).not.toHaveProperty('kind')
})

test('points of one name become one curve', () => {
  const { view, parts } = fold(point(0, 0.1), { kind: 'point', curve: 'labels', steps: 0, value: 5 }, point(10, 0.2))
  expect(parts.flat()).toEqual(['curves', 'curves', 'curves'])
  expect(view.curves).toEqual([
    {
      name: 'success',
      points: [
        [0, 0.1],
        [10, 0.2],
      ],
    },
    { name: 'labels', points: [[0, 5]] },
  ])
})

test('a resumed run goes through its steps again, and the newer points stay', () => {
  const { view } = fold(point(0, 0.1), point(10, 0.2), point(20, 0.3), point(10, 0.6))
  expect(view.curves[0]?.points).toEqual([
    [0, 0.1],
    [10, 0.6],
  ])
})

test('a clip of the same name replaces the older one', () => {
  const { view } = fold(clip('x', 0), clip('y', 5), clip('x', 10))
  expect(view.clips.map(({ id, steps }) => [id, steps])).toEqual([
    ['y', 5],
    ['x', 10],
  ])
})

test('a run that was stopped is interrupted, and keeps its last numbers', () => {
  const { view } = fold(progress, { kind: 'end', outcome: 'stopped' })
  expect(view.summary).toMatchObject({ state: 'interrupted', scores: { steps: 10 } })
})

test('a run that begins again is running, and has lost its note', () => {
  const { view } = fold(
    { kind: 'end', outcome: 'stopped', note: 'stopped by hand' },
    { kind: 'begin', task: 't', method: 'm', seed: 1 },
  )
  expect(view.status).toMatchObject({ state: 'running', note: null })
})

test('state is told in summary and status alike', () => {
  const view = emptyView('a')
  setState(view, 'stale')
  expect([view.summary.state, view.status.state]).toEqual(['stale', 'stale'])
})
