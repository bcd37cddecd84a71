import { expect, test } from 'vitest'
import { endOfStep, recordedClip, stepAt } from '../../../../viewer/client/replay/recorded-clip.ts'
import { movingRecording } from '../../../support/moving-recording.ts'

test('a recording is drawn with every recorded frame, and success is where its step ends', () => {
  const clip = recordedClip(movingRecording({ steps: 40, solvedAt: 9 }))!
  expect(clip).toMatchObject({ frames: 41, interval: 1 / 80, robot: 'panda' })
  expect(clip.clip).toMatchObject({ task: 'reach', checkpoint: 'expert', seed: 1, success: true })
  expect(clip.successAt).toBeCloseTo(10 / 80, 9)
  expect(recordedClip(movingRecording())!.successAt).toBeNull()
})

test('without poses, or without bodies, there is nothing to draw', () => {
  const recording = movingRecording()
  expect(recordedClip(recording, new Float32Array(0))).toBeUndefined()
  expect(recordedClip({ ...recording, scene: { ...recording.scene, bodies: [] } }, new Float32Array(0))).toBeUndefined()
})

test('the step that a moment belongs to is the one that ended there, within the recording', () => {
  const recording = movingRecording({ steps: 10 })
  for (let step = 0; step < 10; step++) expect(stepAt(recording, endOfStep(recording, step))).toBe(step)
  expect(stepAt(recording, 0)).toBe(0)
  expect(stepAt(recording, 99)).toBe(9)
  const held = { ...recording, options: { ...recording.options, actionRepeat: 4 } }
  expect(endOfStep(held, 1)).toBeCloseTo(8 / 80, 9)
})
