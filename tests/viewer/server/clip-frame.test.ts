import { expect, test } from 'vitest'
import { clipFrame, strideOf } from '../../../viewer/server/clip-frame.ts'
import { movingRecording } from '../../support/moving-recording.ts'

const summary = { id: 'c1', task: 'reach', checkpoint: 'start', steps: 0, seed: 1, success: false }

test.each([
  [1 / 80, 3],
  [1 / 40, 1],
  [1 / 30, 1],
  [1 / 10, 1],
  [1 / 400, 13],
])('poses every %s s are thinned %s times', (interval, stride) => {
  expect(strideOf(interval)).toBe(stride)
})

test('frames are picked from the recording, not blended', () => {
  const recording = movingRecording({ steps: 80 })
  const frame = clipFrame('a', summary, recording)
  expect(frame?.frames).toBe(27)
  expect(frame?.interval).toBeCloseTo(3 / 80, 12)
  const palmX = Array.from({ length: 27 }, (_, i) => frame?.poses[i * 14 + 7])
  expect(palmX).toEqual(Array.from({ length: 27 }, (_, i) => Math.fround((i * 3) / 100)))
})

test('a track that is slow enough is sent whole', () => {
  const recording = movingRecording({ steps: 20, interval: 1 / 30 })
  expect(clipFrame('a', summary, recording)?.poses).toEqual(recording.poses.values)
})

test('whose arm to draw comes from the recording', () => {
  const recording = movingRecording()
  expect(clipFrame('a', summary, recording)?.robot).toBe('panda')
  const options = { ...recording.options, robot: 'sawyer' as const }
  expect(clipFrame('a', summary, { ...recording, options })?.robot).toBe('sawyer')
})

test('success is told at the end of the step that brought it', () => {
  expect(clipFrame('a', summary, movingRecording({ solvedAt: 39 }))?.successAt).toBeCloseTo(0.5, 12)
  expect(clipFrame('a', summary, movingRecording())?.successAt).toBeNull()
})

test('a recording without poses cannot be drawn', () => {
  const recording = movingRecording()
  expect(clipFrame('a', summary, { ...recording, poses: { interval: 1, values: new Float32Array() } })).toBeUndefined()
})
