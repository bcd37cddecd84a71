import { expect, test } from 'vitest'
import { alongArm, around } from '../../../envs/metaworld/around.ts'
import type { Vec3 } from '../../../sim/scene.ts'

const AXIS: Vec3 = [1, 2, 0]
/** Straight to -y, half a metre out. */
const ARM: Vec3 = [1, 1.5, 0.3]

test('a place around an axis has the radius, the height and the angle asked for', () => {
  const place = around({ axis: AXIS, arm: ARM, radius: 0.2, height: 0.4, ahead: 0 })
  expect(place).toEqual([1, 1.8, 0.4])
  const [x, y] = around({ axis: AXIS, arm: ARM, radius: 0.2, height: 0.4, ahead: 1 })
  expect(x).toBeCloseTo(1 + 0.2 * Math.SQRT1_2, 12)
  expect(y).toBeCloseTo(2 - 0.2 * Math.SQRT1_2, 12)
  expect(around({ axis: AXIS, arm: ARM, radius: 0.2, height: 0.4, ahead: -1 })[0]).toBeCloseTo(
    1 - 0.2 * Math.SQRT1_2,
    12,
  )
})

test('a point is seen along the arm and to its left, whatever its height', () => {
  expect(alongArm({ axis: AXIS, arm: ARM }, [1.1, 1.7, 9])).toEqual({
    out: expect.closeTo(0.3, 12),
    left: expect.closeTo(0.1, 12),
  })
  expect(alongArm({ axis: AXIS, arm: ARM }, [0.9, 2, 0])).toEqual({
    out: expect.closeTo(0, 12),
    left: expect.closeTo(-0.1, 12),
  })
})
