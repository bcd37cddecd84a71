import { expect, test } from 'vitest'
import { filmOf, parseSize } from '../../../lab/export/film.ts'
import { movingRecording } from '../../support/moving-recording.ts'

const size = '32x16'

test('frames come at their rate, each the nearest of the recorded poses, as far as these reach', () => {
  const dense = movingRecording({ steps: 80, interval: 1 / 80 })
  const film = filmOf(dense, { size }, 20)
  expect(film.count).toBe(21)
  expect([...film.frames()]).toHaveLength(21)
  const each = filmOf(dense, { size }, 80)
  for (const frame of [0, 3, 20]) expect(film.frame(frame).slice()).toEqual(each.frame(4 * frame))
  // Fewer poses than frames: some are shown twice, and the time stays right.
  const sparse = filmOf(movingRecording({ steps: 3, interval: 1 / 8 }), { size }, 40)
  expect(sparse.count).toBe(16)
  expect(sparse.frame(3).slice()).toEqual(sparse.frame(7))
  expect(sparse.frame(2).slice()).not.toEqual(sparse.frame(3))
})

test('frames differ where the robot moves, are the same when drawn again, and cover the picture', () => {
  const film = filmOf(movingRecording({ steps: 40 }), { size }, 40)
  const first = film.frame(0).slice()
  const later = film.frame(10).slice()
  expect(later).not.toEqual(first)
  expect(film.frame(0)).toEqual(first)
  expect(first).toHaveLength(4 * 32 * 16)
  expect(first.filter((_, at) => at % 4 === 3).every((opacity) => opacity === 255)).toBe(true)
})

test('a size is one even number, or two', () => {
  expect(parseSize('448')).toEqual({ width: 448, height: 448 })
  expect(parseSize('640x480')).toEqual({ width: 640, height: 480 })
  for (const wrong of ['447', '640x', 'x480', '14', '4096', 'large', '', '640x480x3', '-448', '4.5e2']) {
    expect(() => parseSize(wrong)).toThrow(
      `found the size "${wrong}", expected even numbers from 16 to 2048, such as 448 or 640x480`,
    )
  }
})

test('a camera that is none, and a recording without poses, are said', () => {
  const recording = movingRecording()
  expect(() => filmOf(recording, { size, camera: 'frnt' }, 20)).toThrow('unknown camera "frnt": did you mean "front"?')
  const blind = { ...recording, poses: { interval: 1 / 80, values: new Float32Array(0) } }
  expect(() => filmOf(blind, { size }, 20)).toThrow('the recording has no poses, so there is nothing to draw')
})
