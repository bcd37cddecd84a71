import { expect, test } from 'vitest'
import { joinedRuns } from '../../../viewer/server/joined-runs.ts'
import { liveRuns } from '../../../viewer/server/live-runs.ts'
import { movingRecording } from '../../support/moving-recording.ts'

const begin = (seed: number) => ({ kind: 'begin', task: 'reach', method: 'pebble', seed }) as const
const clip = {
  kind: 'clip',
  id: 'c1',
  checkpoint: 'start',
  steps: 0,
  seed: 1,
  success: false,
  recording: movingRecording(),
} as const

function two() {
  const first = liveRuns()
  const second = liveRuns()
  first.publish('both', begin(1))
  second.publish('both', begin(2))
  second.publish('theirs', begin(3))
  second.publish('theirs', clip)
  return { first, second, joined: joinedRuns(first, second) }
}

test('runs of both are listed once', async () => {
  expect((await two().joined.list()).map(({ id, seed }) => [id, seed])).toEqual([
    ['both', 1],
    ['theirs', 3],
  ])
})

test('each source answers for its own, the first where both could', async () => {
  const { joined } = two()
  expect((await joined.read('both'))?.summary.seed).toBe(1)
  expect((await joined.read('theirs'))?.summary.seed).toBe(3)
  expect((await joined.clip('theirs', 'c1'))?.run).toBe('theirs')
  expect(await joined.read('nobody')).toBeUndefined()
})

test('changes of both are told until nobody listens', () => {
  const { first, second, joined } = two()
  const heard: string[] = []
  const stop = joined.subscribe(({ run }) => heard.push(run))
  first.publish('x', begin(1))
  second.publish('y', begin(1))
  stop()
  first.publish('x', begin(1))
  second.publish('y', begin(1))
  expect(heard).toEqual(['x', 'y'])
})
