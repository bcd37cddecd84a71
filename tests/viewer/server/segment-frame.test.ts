import { expect, test } from 'vitest'
import { readLabelAddress } from '../../../viewer/server/label-address.ts'
import { secondsOf, segmentFrame } from '../../../viewer/server/segment-frame.ts'
import { movingRecording } from '../../support/moving-recording.ts'

const recording = movingRecording({ steps: 80, solvedAt: 5 })

function frameOf(start: number, length: number, of = recording) {
  return segmentFrame({ question: 'q', member: 1, segment: { episode: 'e', start, length }, recording: of })!
}

test('a window begins with the state before its first decision and ends with the one after its last', () => {
  const { frames, poses, interval } = frameOf(12, 30)
  expect(frames).toBe(11)
  expect(interval).toBeCloseTo(3 / 80)
  // The palm moves by a centimetre a step; the numbers of the table come first.
  expect(poses[7]).toBeCloseTo(0.12)
  expect(poses[10 * 14 + 7]).toBeCloseTo(0.42)
})

test('a decision that is held for several steps lasts as long', () => {
  const held = { ...recording, options: { ...recording.options, actionRepeat: 4 } }
  expect(secondsOf(10, held)).toBeCloseTo(0.5)
  const { poses, frames } = frameOf(3, 9, held)
  expect(poses[7]).toBeCloseTo(0.12)
  expect(frames).toBe(13)
})

test('nothing tells who acted or whether it succeeded', () => {
  const { clip, successAt, run } = frameOf(0, 20)
  expect(clip).toEqual({ id: 'q.1', task: 'reach', checkpoint: '', steps: 0, seed: 1, success: false })
  expect([run, successAt]).toEqual(['label:', null])
})

test('an address leads back to its question, whatever that is called', () => {
  expect(readLabelAddress('a.b.c.3')).toEqual({ question: 'a.b.c', member: 3 })
  for (const wrong of ['q', 'q.4', 'q.', '.1', 'q.1x']) expect(readLabelAddress(wrong)).toBeUndefined()
})
