import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyRecording } from '../../../../envs/record.ts'
import { makeEnv } from '../../../../envs/registry.ts'
import { Session } from '../../../../viewer/client/drive/session.ts'

let session: Session

beforeEach(async () => {
  session = new Session(await makeEnv('push', { horizon: 25 }), 5)
})
afterEach(() => session.dispose())

const right = Float32Array.of(0.5, 0, 0, -1)
const still = Float32Array.of(0, 0, 0, 1)

test('what was done, by whom, is a recording that happens again', async () => {
  for (let step = 0; step < 7; step++) session.step(right, 'person')
  for (let step = 0; step < 5; step++) session.step(still, 'expert')
  session.step(still, 'person')
  expect(session.attempt).toMatchObject({ steps: 13, seed: 5, actors: ['person', 'expert'], over: false })
  expect(session.attempt.seconds).toBeCloseTo(13 / 80, 9)
  const recording = session.recording()
  expect(recording.policy).toBe('person + expert')
  expect(await verifyRecording(recording)).toEqual({ verdict: 'identical', steps: 13 })
  // It goes on, and the longer one is as true.
  session.step(right, 'person')
  expect(await verifyRecording(session.recording())).toEqual({ verdict: 'identical', steps: 14 })
})

test('a push is counted, moves what it touches, and makes the attempt no demonstration until the next reset', () => {
  session.step(still, 'person')
  const puck = session.env.scene().bodies.findIndex(({ name }) => name === 'puck')
  const place = () => [...session.env.poses().slice(7 * puck, 7 * puck + 3)] as [number, number, number]
  const before = place()
  session.poke({ body: 'puck', at: before, velocity: [1, 0, 0] })
  for (let step = 0; step < 10; step++) session.step(still, 'person')
  expect(place()[0] - before[0]).toBeGreaterThan(0.01)
  expect(session.attempt).toMatchObject({ pokes: 1, steps: 11 })
  expect(() => session.recording()).toThrow('something was pushed, which no action explains')
  session.reset(5)
  session.step(still, 'person')
  expect(session.recording().rewards).toHaveLength(1)
})

test('a push on what cannot be pushed is said, and does not spoil the attempt', () => {
  session.step(still, 'person')
  expect(() => session.poke({ body: 'table', at: [0, 0, 0], velocity: [1, 0, 0] })).toThrow(
    '"table" is fixed or driven',
  )
  expect(session.attempt.pokes).toBe(0)
})

test('nothing is no demonstration, and the horizon ends the attempt', () => {
  expect(() => session.recording()).toThrow('nothing was done yet: move the hand first')
  for (let step = 0; step < 25; step++) session.step(still, 'person')
  expect(session.attempt.over).toBe(true)
  session.reset(6)
  expect(session.attempt).toMatchObject({ seed: 6, steps: 0, over: false, actors: [] })
})
