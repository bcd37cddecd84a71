import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageMessage, ServerMessage } from '../../../viewer/protocol/messages.ts'
import { readPageMessage, readServerMessage } from '../../../viewer/protocol/read-message.ts'
import { someScores, someSummary } from '../../support/some-summary.ts'

const progress = {
  phase: 'learning the policy',
  steps: 12_000,
  stepBudget: null,
  stepsPerSecond: 2300.5,
  labels: 120,
  labelBudget: 500,
  rewardAccuracy: 0.84,
  success: null,
  secondsLeft: 31,
}
const clip = { id: 'c1', task: 'push', checkpoint: '12k steps', steps: 12_000, seed: 7, success: true }

test.each<ServerMessage>([
  { type: 'hello', protocol: 1, version: '0.1.0' },
  {
    type: 'runs',
    fresh: true,
    runs: [someSummary({ settings: { teacher: 'noisy', width: 32, fast: true }, scores: someScores(null) })],
    gone: ['b'],
    left: 9800,
  },
  { type: 'status', run: 'a', status: { state: 'failed', progress, note: 'the disk is full' } },
  {
    type: 'curves',
    run: 'a',
    curves: [
      {
        name: 'success',
        points: [
          [0, 0.1],
          [100, 0.5],
        ],
      },
    ],
  },
  { type: 'clips', run: 'a', clips: [clip] },
  {
    type: 'about',
    run: 'a',
    about: {
      folder: 'runs/a',
      configuration: { 'sac.width': 64 },
      origin: { engine: 'x' },
      notes: null,
      lastLines: ['done'],
      rollsOut: true,
    },
  },
  { type: 'series', run: 'a', curve: 'success', points: [[0, 0.5]] },
  { type: 'no-clip', run: 'a', clip: 'x', message: 'there is no clip "x"' },
  { type: 'refused', code: 'shape', message: 'found 1' },
  { type: 'beat' },
])('the server message $type survives the way to the page', (message) => {
  expect(readServerMessage(JSON.stringify(message))).toEqual({ ok: true, message })
})

test.each<PageMessage>([
  { type: 'hello', protocol: 1 },
  { type: 'watch', runs: ['a', 'b'] },
  { type: 'chart', curve: 'success', runs: ['a'] },
  { type: 'clip', run: 'a', clip: 'c1' },
])('the page message $type survives the way to the server', (message) => {
  expect(readPageMessage(JSON.stringify(message))).toEqual({ ok: true, message })
})

test('a measured number that is not finite arrives as unknown', () => {
  const message = {
    type: 'status',
    run: 'a',
    status: { state: 'running', progress: { ...progress, success: Number.NaN }, note: null },
  }
  expect(readServerMessage(JSON.stringify(message))).toMatchObject({
    message: { status: { progress: { success: null } } },
  })
})

test.each([
  ['{', 'found "{", expected a message in JSON'],
  ['3', 'found "3", in message: Invalid input: expected object, received number'],
  ['{"type":"watch"}', 'found "{\\"type\\":\\"watch\\"}", in runs: Invalid input: expected array, received undefined'],
])('%s is refused in one line', (text, problem) => {
  expect(readPageMessage(text)).toEqual({ ok: false, problem })
})

test('a long message is quoted in part', () => {
  const read = readPageMessage('x'.repeat(50_000))
  expect(read).toEqual({ ok: false, problem: `found "${'x'.repeat(57)}...", expected a message in JSON` })
})

test('no text whatever makes reading throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
      const read = readPageMessage(text)
      expect(read.ok || read.problem.length > 0).toBe(true)
      expect(read.ok || !read.problem.includes('\n')).toBe(true)
    }),
  )
})

test('no mutilated message makes reading throw', () => {
  const whole = JSON.stringify({ type: 'clip', run: 'a', clip: 'c1' })
  fc.assert(
    fc.property(fc.nat(whole.length), fc.string({ maxLength: 5 }), (at, garbage) => {
      expect(typeof readPageMessage(whole.slice(0, at) + garbage + whole.slice(at + 1)).ok).toBe('boolean')
    }),
  )
})
