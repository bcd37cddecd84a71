import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spinTowards, spun } from '../../../sim/hand/spin.ts'
import type { Quat } from '../../../sim/scene.ts'
import { IDENTITY, turned } from '../../../sim/vector.ts'

const rate = fc.double({ min: -3, max: 3, noNaN: true })
const spin = fc.tuple(rate, rate, rate)

test('a second of turning about z at a rate ends at that angle, in as many small steps as a second has', () => {
  let rotation: Quat = IDENTITY
  for (let i = 0; i < 160; i++) rotation = spun(rotation, [0, 0, Math.PI / 2], 1 / 160)
  const [x, y, z] = turned(rotation, [1, 0, 0])
  expect([x, y, z]).toEqual([expect.closeTo(0, 4), expect.closeTo(1, 6), expect.closeTo(0, 9)])
})

test('the spin from one rotation towards the other is the one that led there, in the axes of the world', () => {
  fc.assert(
    fc.property(spin, spin, (start, turn) => {
      const from = spun(IDENTITY, start, 0.5)
      const found = spinTowards(from, spun(from, turn, 1 / 160), 1 / 160)
      for (const axis of [0, 1, 2] as const) expect(found[axis]).toBeCloseTo(turn[axis], 9)
    }),
  )
})

test('rotations stay of length one', () => {
  fc.assert(
    fc.property(spin, (turn) => {
      expect(Math.hypot(...spun(spun(IDENTITY, turn, 0.3), turn, 0.3))).toBeCloseTo(1, 12)
    }),
  )
})
