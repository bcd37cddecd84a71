import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, nearestTurn, yawOf, yawPart } from '../../../envs/robomimic/turns.ts'
import { multiply, QUARTER_TURN_X, turned } from '../../../sim/vector.ts'

const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true })

test('a turn takes the x axis to its angle', () => {
  fc.assert(
    fc.property(angle, (yaw) => {
      const [x, y] = turned(yawOf(yaw), [1, 0, 0])
      expect(x).toBeCloseTo(Math.cos(yaw), 9)
      expect(y).toBeCloseTo(Math.sin(yaw), 9)
    }),
  )
})

test('of four turns that look alike the nearest is at most an eighth of a turn away, of two a quarter', () => {
  fc.assert(
    fc.property(angle, angle, (turn, to) => {
      expect(between(nearestTurn(yawOf(turn), 4, yawOf(to)), yawOf(to))).toBeGreaterThan(Math.cos(Math.PI / 8) - 1e-9)
      expect(between(nearestTurn(yawOf(turn), 2, yawOf(to)), yawOf(to))).toBeGreaterThan(Math.cos(Math.PI / 4) - 1e-9)
    }),
  )
})

test('the nearest turn looks like the one it was chosen for', () => {
  fc.assert(
    fc.property(angle, angle, (turn, to) => {
      const [x, y] = turned(nearestTurn(yawOf(turn), 4, yawOf(to)), [1, 0, 0])
      const [wantedX, wantedY] = [Math.cos(turn), Math.sin(turn)]
      const [along, across] = [Math.abs(x * wantedX + y * wantedY), Math.abs(x * wantedY - y * wantedX)]
      expect(Math.min(along, across)).toBeCloseTo(0, 7)
    }),
  )
})

test('what is tilted keeps the part of its turn that is about the vertical', () => {
  const [, , z, w] = yawPart(multiply(yawOf(0.8), QUARTER_TURN_X))
  expect(2 * Math.atan2(z, w)).toBeCloseTo(0.8, 9)
  expect(yawPart([1, 0, 0, 0])).toEqual([0, 0, 0, 1])
})
