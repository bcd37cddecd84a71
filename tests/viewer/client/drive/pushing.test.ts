import { expect, test } from 'vitest'
import { type Looking, pushVelocity } from '../../../../viewer/client/drive/pushing.ts'

/** From in front and above: forward is +y and down. */
const looking: Looking = { right: [1, 0, 0], up: [0, 0.6, 0.8], forward: [0, 0.8, -0.6] }

test('a press pushes away from who looks, along the table', () => {
  expect(pushVelocity([0, 0], looking)).toEqual([0, 1, 0])
  expect(pushVelocity([3, -3], looking)).toEqual([0, 1, 0])
  expect(pushVelocity([0, 0], { ...looking, forward: [0, 0, -1] })).toEqual([0, 0, -1])
})

test('a drag pushes where it goes in the picture, faster the longer it is, up to a limit', () => {
  const [x, y, z] = pushVelocity([100, 0], looking)
  expect([x, y, z]).toEqual([expect.closeTo(1.2, 6), 0, 0])
  expect(pushVelocity([0, -50], looking)).toEqual([0, expect.closeTo(0.36, 6), expect.closeTo(0.48, 6)])
  expect(Math.hypot(...pushVelocity([3000, 4000], looking))).toBeCloseTo(3, 6)
})
