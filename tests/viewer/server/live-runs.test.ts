import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liveRuns, thinOut } from '../../../viewer/server/live-runs.ts'
import type { Change } from '../../../viewer/server/source.ts'
import { movingRecording } from '../../support/moving-recording.ts'

const begin = { kind: 'begin', task: 'reach', method: 'pebble', seed: 1 } as const
const clip = (id: string, steps: number) =>
  ({
    kind: 'clip',
    id,
    checkpoint: `${steps} steps`,
    steps,
    seed: 1,
    success: false,
    recording: movingRecording(),
  }) as const

test('a published clip can be had, with the task of its run', async () => {
  const runs = liveRuns()
  runs.publish('a', begin)
  runs.publish('a', clip('c1', 0))
  expect((await runs.read('a'))?.clips).toEqual([
    { id: 'c1', task: 'reach', checkpoint: '0 steps', steps: 0, seed: 1, success: false },
  ])
  expect((await runs.clip('a', 'c1'))?.frames).toBe(27)
  expect(await runs.clip('a', 'c2')).toBeUndefined()
  expect(await runs.clip('b', 'c1')).toBeUndefined()
})

test('runs are listed newest first', async () => {
  const runs = liveRuns()
  runs.publish('a', begin)
  runs.publish('b', begin)
  expect((await runs.list()).map(({ id }) => id)).toEqual(['b', 'a'])
})

test('listeners hear what changed until they stop listening', () => {
  const runs = liveRuns()
  const heard: Change[] = []
  const stop = runs.subscribe((change) => heard.push(change))
  runs.publish('a', begin)
  stop()
  runs.publish('a', clip('c1', 0))
  expect(heard).toEqual([{ run: 'a', parts: ['summary', 'status'] }])
})

test('clips are kept within bounds, however many are published', async () => {
  const runs = liveRuns()
  runs.publish('a', begin)
  for (let i = 0; i < 300; i++) runs.publish('a', clip(`c${i}`, i * 1000))
  const clips = (await runs.read('a'))?.clips ?? []
  expect(clips).toHaveLength(120)
  expect([clips[0]?.id, clips.at(-1)?.id]).toEqual(['c0', 'c299'])
  const kept = await Promise.all(Array.from({ length: 300 }, (_, i) => runs.clip('a', `c${i}`)))
  expect(kept.filter((frame) => frame !== undefined)).toHaveLength(120)
})

const summary = (steps: number) => ({ id: `c${steps}`, task: 't', checkpoint: '', steps, seed: 1, success: false })

test('thinning keeps the ends and the order', () => {
  const ascending = fc
    .uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 40 })
    .map((steps) => steps.sort((a, b) => a - b))
  fc.assert(
    fc.property(ascending, fc.integer({ min: 2, max: 20 }), (steps, limit) => {
      const clips = steps.map(summary)
      const dropped = thinOut(clips, limit)
      expect(clips.length).toBe(Math.min(limit, steps.length))
      expect(clips.length + dropped.length).toBe(steps.length)
      expect([clips[0]?.steps, clips.at(-1)?.steps]).toEqual([steps[0], steps.at(-1)])
      expect(clips.map((each) => each.steps)).toEqual(clips.map((each) => each.steps).sort((a, b) => a - b))
    }),
  )
})

test('thinning drops what is crowded', () => {
  const clips = [0, 1, 2, 50, 100].map(summary)
  thinOut(clips, 4)
  expect(clips.map((each) => each.steps)).toEqual([0, 2, 50, 100])
})
