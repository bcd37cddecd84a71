import fc from 'fast-check'
import { expect, test } from 'vitest'
import { durationOf, samplePoses } from '../../../../viewer/client/compare/sampling.ts'

const half = Math.SQRT1_2
/** One body: a metre along x and a quarter turn about z in a tenth of a second, then back. */
const clip = {
  frames: 3,
  interval: 0.1,
  poses: Float32Array.of(0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, half, half, 0, 0, 0, 0, 0, 0, 1),
}

function at(time: number, of = clip): number[] {
  const out = new Float32Array(7)
  samplePoses(of, time, out)
  return [...out]
}

test('a clip is as long as the time between its first and its last frame', () => {
  expect(durationOf(clip)).toBeCloseTo(0.2, 12)
})

test('on a frame the recorded numbers come back bit for bit', () => {
  for (const [frame, time] of [0, 0.1, 0.2].entries())
    expect(at(time)).toEqual([...clip.poses.slice(frame * 7, frame * 7 + 7)])
})

test('times that rounding brought near a frame are that frame', () => {
  expect(at(0.1 + 1e-9)).toEqual(at(0.1))
  expect(at(0.1 - 1e-9)).toEqual(at(0.1))
})

test('before the start and after the end nothing moves', () => {
  expect(at(-1)).toEqual(at(0))
  expect(at(99)).toEqual(at(0.2))
})

test('between frames positions go straight and rotations stay rotations', () => {
  const [x, , , , , qz, qw] = at(0.05) as [number, number, number, number, number, number, number]
  expect(x).toBeCloseTo(0.5, 6)
  expect(2 * Math.atan2(qz, qw)).toBeCloseTo(Math.PI / 4, 2)
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.2, noNaN: true }), (time) => {
      expect(Math.hypot(...at(time).slice(3))).toBeCloseTo(1, 5)
    }),
  )
})

test('of two quaternions for one rotation the nearer is taken', () => {
  const flipped = { ...clip, poses: clip.poses.map((value, i) => (i >= 10 && i < 14 ? -value : value)) }
  const [qz, qw] = at(0.05, flipped).slice(5)
  expect(Math.abs(2 * Math.atan2(qz!, qw!))).toBeCloseTo(Math.PI / 4, 2)
})
