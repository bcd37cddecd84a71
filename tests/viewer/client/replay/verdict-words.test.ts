import { expect, test } from 'vitest'
import { verdictWords } from '../../../../viewer/client/replay/verdict-words.ts'
import { movingRecording } from '../../../support/moving-recording.ts'

const recording = { ...movingRecording({ steps: 40 }), hashes: { every: 10, values: ['a', 'b', 'c', 'd'] } }
const ran = { ok: true, milliseconds: 120, again: undefined } as const

test('what happens again is a tick, with how much was compared', () => {
  expect(verdictWords(recording, { ...ran, verdict: { verdict: 'identical', steps: 40 } })).toEqual({
    tone: 'good',
    title: '✓ Happens again',
    details: 'All 40 steps came out bit for bit the same, simulated here in 0.12 s.',
    at: undefined,
  })
})

test('what differs names the step as people count, when it is, and both values', () => {
  const verdict = { verdict: 'differs', step: 19, what: 'state', expected: 'aa01', found: 'bb02' } as const
  expect(verdictWords(recording, { ...ran, verdict })).toEqual({
    tone: 'trouble',
    title: '✗ Differs from step 20 of 40',
    details: '0.25 s after the start, the state is bb02; recorded was aa01. The state is compared every 10 steps.',
    at: 0.25,
  })
  const reward = { ...verdict, what: 'reward', expected: '4.771214962005615', found: '4.863999843597412' } as const
  expect(verdictWords(recording, { ...ran, verdict: reward }).details).toBe(
    '0.25 s after the start, the reward is 4.864; recorded was 4.771215.',
  )
})

test('another build, and what cannot be simulated, are no failures of the recording', () => {
  const other = { verdict: 'other-engine', expected: 'rapier 1', found: 'rapier 2' } as const
  expect(verdictWords(recording, { ...ran, verdict: other })).toMatchObject({
    tone: 'plain',
    title: 'Another physics build',
  })
  expect(verdictWords(recording, { ok: false, problem: 'unknown task "x"' })).toMatchObject({
    title: 'Cannot be simulated',
    details: 'unknown task "x"',
  })
})
