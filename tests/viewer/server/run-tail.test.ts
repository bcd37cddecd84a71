import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRunTail } from '../../../viewer/server/run-tail.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapref-tail-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const progress = { kind: 'progress', steps: 900, labels: 8, success: 0.5, rewardAccuracy: 0.8 }
const final = {
  kind: 'final',
  steps: 1000,
  labels: 10,
  success: 0.9,
  minutes: 3,
  heldOutLabelAccuracy: 0.7,
  rewardSpearman: 0.6,
}
const end = { kind: 'end', outcome: 'finished' }
/** Longer than all that is read at first. */
const correlation = { kind: 'correlation', learned: Array.from({ length: 2000 }, (_, i) => i / 7) }

function tailOf(...lines: readonly unknown[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : `${JSON.stringify(line)}\n`)).join('')
  writeFileSync(join(folder, 'metrics.jsonl'), text)
  return readRunTail(join(folder, 'metrics.jsonl'))
}

test('a finished run has its final numbers', () => {
  expect(tailOf(progress, final, end)).toEqual({
    ended: 'finished',
    note: null,
    scores: { steps: 1000, labels: 10, minutes: 3, success: 0.9, rewardAccuracy: 0.7, rewardSpearman: 0.6 },
  })
})

test('a run under way has those of its last progress, also behind a very long line', () => {
  expect(tailOf(progress, correlation, { kind: 'clip' })).toMatchObject({
    ended: undefined,
    scores: { steps: 900, success: 0.5 },
  })
})

test('a run that was stopped is interrupted, one that failed says why', () => {
  expect(tailOf(progress, { kind: 'end', outcome: 'stopped' }).ended).toBe('interrupted')
  expect(tailOf(progress, { kind: 'end', outcome: 'failed', note: 'NaN' })).toMatchObject({
    ended: 'failed',
    note: 'NaN',
  })
})

test('a torn last line is not read, and neither is what is no JSON', () => {
  expect(tailOf(progress, final, end, '{"kind":"beg').ended).toBe('finished')
  expect(tailOf(progress, 'oops\n').scores?.steps).toBe(900)
})

test('a run that has measured nothing has no numbers', () => {
  expect(tailOf({ kind: 'begin', task: 't', method: 'm', seed: 1 })).toEqual({
    ended: undefined,
    note: null,
    scores: null,
  })
  expect(readRunTail(join(folder, 'nothing'))).toEqual({ ended: undefined, note: null, scores: null })
})
