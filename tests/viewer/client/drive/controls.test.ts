import { expect, test } from 'vitest'
import { actionOf, added, noWish, padWish, wishOf } from '../../../../viewer/client/drive/controls.ts'

const button = (value: number) => ({ pressed: value > 0.5, value })
const open = { closed: false, speed: 1, slow: false }

test('opposite keys cancel, others add up', () => {
  expect(wishOf(new Set())).toEqual(noWish)
  expect(wishOf(new Set(['left', 'right', 'up']))).toEqual({ right: 0, away: 0, up: 1 })
  expect(wishOf(new Set(['near', 'down', 'slow']))).toEqual({ right: 0, away: -1, up: -1 })
})

test('what is away in the picture is where the camera looks, what is right lies to its right', () => {
  // Looking along +y, as the robot does: right is +x.
  const ahead = { ...open, looking: [0, 1] as const }
  expect([...actionOf({ ...ahead, wish: { right: 1, away: 0, up: 0 } })]).toEqual([1, -0, 0, -1].map((v) => v + 0))
  expect([...actionOf({ ...ahead, wish: { right: 0, away: 1, up: 0 } })].slice(0, 2)).toEqual([0, 1])
  // Looking along -x, from the table's right side: right is +y.
  const across = { ...open, looking: [-2, 0] as const }
  expect([...actionOf({ ...across, wish: { right: 1, away: 0, up: 0 } })].slice(0, 2)).toEqual([0, 1])
  expect([...actionOf({ ...across, wish: { right: 0, away: 1, up: 0 } })].slice(0, 2)).toEqual([-1, 0])
})

test('speed and slowness take their share, the fingers do not, and nothing leaves the action space', () => {
  const wish = { right: 1, away: 1, up: 1 }
  const full = actionOf({ wish, closed: true, looking: [1, 1], speed: 1, slow: false })
  expect(full.every((value) => Math.abs(value) <= 1)).toBe(true)
  expect(full[3]).toBe(1)
  const slow = actionOf({ wish, closed: true, looking: [0, 1], speed: 0.5, slow: true })
  expect(slow[2]).toBeCloseTo(0.15, 6)
  expect(slow[3]).toBe(1)
})

test("a gamepad's sticks rest in a dead zone, and its triggers lift", () => {
  const buttons = Array.from({ length: 8 }, () => button(0))
  expect(padWish({ axes: [0.05, -0.1, 0, 0.11], buttons })).toEqual(noWish)
  expect(padWish({ axes: [0.5, -1, 0, 0], buttons })).toEqual({ right: 0.5, away: 1, up: 0 })
  buttons[7] = button(1)
  expect(padWish({ axes: [0, 0, 0, -1], buttons }).up).toBe(1)
  expect(padWish({ axes: [], buttons: [] })).toEqual(noWish)
})

test('keys and gamepad together are not faster than one', () => {
  expect(added({ right: 1, away: -1, up: 0 }, { right: 1, away: -0.5, up: 0.25 })).toEqual({
    right: 1,
    away: -1,
    up: 0.25,
  })
})
