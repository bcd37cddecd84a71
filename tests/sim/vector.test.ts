import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quat, Vec3 } from '../../sim/scene.ts'
import {
  clamp,
  distance,
  type MutableVec3,
  multiply,
  QUARTER_TURN_X,
  scaledDistance,
  transform,
} from '../../sim/vector.ts'

const coordinate = fc.double({ min: -2, max: 2, noNaN: true })
const vectors = fc.tuple(coordinate, coordinate, coordinate)
const turns = fc
  .tuple(coordinate, coordinate, coordinate, coordinate)
  .filter((q) => Math.hypot(...q) > 0.1)
  .map((q): Quat => {
    const length = Math.hypot(...q)
    return [q[0] / length, q[1] / length, q[2] / length, q[3] / length]
  })

function turn(rotation: Quat, vector: Vec3): Vec3 {
  const out: MutableVec3 = [0, 0, 0]
  transform([0, 0, 0], rotation, vector, out)
  return out
}

test('a quarter turn about x takes z to -y', () => {
  const [x, y, z] = turn(QUARTER_TURN_X, [0, 0, 1])
  expect(x).toBeCloseTo(0)
  expect(y).toBeCloseTo(-1)
  expect(z).toBeCloseTo(0)
})

test('turning keeps lengths, and a product of turns turns twice', () => {
  fc.assert(
    fc.property(turns, turns, vectors, (first, second, vector) => {
      const twice = turn(first, turn(second, vector))
      expect(distance(twice, [0, 0, 0])).toBeCloseTo(distance(vector, [0, 0, 0]), 9)
      expect(distance(turn(multiply(first, second), vector), twice)).toBeCloseTo(0, 9)
    }),
  )
})

test('a scale of zero leaves an axis out of the distance', () => {
  expect(scaledDistance([1, 2, 9], [4, 6, 1], [1, 1, 0])).toBe(5)
  expect(scaledDistance([1, 0, 0], [0, 0, 0], [3, 1, 1])).toBe(3)
})

test('clamp keeps what is inside and lets NaN through', () => {
  expect([clamp(-2, -1, 1), clamp(0.5, -1, 1), clamp(2, -1, 1)]).toEqual([-1, 0.5, 1])
  expect(clamp(Number.NaN, -1, 1)).toBeNaN()
})
