import { expect, test } from 'vitest'
import { plainReporter } from '../../../lab/reporter/plain.ts'
import type { ReportEvent } from '../../../lab/reporter/reporter.ts'
import { someProgress } from '../../support/some-progress.ts'

function said(...events: readonly (readonly [seconds: number, event: ReportEvent])[]): string[] {
  const lines: string[] = []
  let seconds = 0
  const reporter = plainReporter({ write: (text) => lines.push(text), now: () => seconds * 1000 })
  for (const [at, event] of events) {
    seconds = at
    reporter.report(event)
  }
  return lines
}

const progress = { kind: 'progress', ...someProgress } as const

test('progress is one line with rate, labels, accuracy, success and time left', () => {
  expect(said([65, progress])).toEqual([
    '[1:05] learning: 412,000 of 1,500,000 steps, 8,212/s; 250 of 500 labels; reward accuracy 93%; success 84%; 1 min 20 s left\n',
  ])
})

test('what is not known is left out', () => {
  const unknown = { stepBudget: null, stepsPerSecond: null, labelBudget: 0, rewardAccuracy: null }
  expect(said([0, { ...progress, ...unknown, success: null, secondsLeft: null }])).toEqual([
    '[0:00] learning: 412,000 steps\n',
  ])
})

test('progress is said every ten seconds at most', () => {
  const later = { ...progress, phase: 'evaluating' }
  const lines = said([0, progress], [5, progress], [9.9, later], [10, progress], [11, later])
  expect(lines.map((line) => line.slice(0, 20))).toEqual(['[0:00] learning: 412', '[0:10] learning: 412'])
})

test('a phase is named when it first begins', () => {
  const [asking, learning] = ['asking', 'learning'].map((name) => ({ kind: 'phase', name }) as const)
  expect(said([0, asking!], [1, learning!], [2, asking!], [3, learning!])).toEqual([
    '[0:00] asking\n',
    '[0:01] learning\n',
  ])
})

test('notes are never held back', () => {
  expect(
    said([1, { kind: 'phase', name: 'Learning' }], [1, { kind: 'note', text: 'a note' }], [2, { kind: 'done' }]),
  ).toEqual(['[0:01] Learning\n', '[0:01] a note\n'])
})
