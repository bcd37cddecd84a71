import { expect, test } from 'vitest'
import { buttonPressWall } from '../../../envs/metaworld/button-press-wall.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const FRONT = 0.68
const TRAVEL = 0.093

/** The button pressed by so many metres, the tcp `before` its front. */
const pressed = (by: number, before = 0.3, opening = 1) =>
  someSituation({
    goal: [0, FRONT + TRAVEL, 0.115],
    opening,
    first: at(0, FRONT + by, 0.115),
    tcp: [0, FRONT + by - before, 0.115],
    start: { tcp: [0, FRONT - 0.3, 0.115], first: [0, FRONT, 0.115], second: [0, 0, 0] },
  })

const reward = (...situation: Parameters<typeof pressed>) => {
  const terms = buttonPressWall.terms(pressed(...situation))
  return Object.entries(buttonPressWall.scales).reduce((sum, [name, scale]) => sum + scale * terms[name]!, 0)
}

test('success is a press of 63 mm', () => {
  expect(buttonPressWall.success(pressed(0.0631))).toBe(true)
  expect(buttonPressWall.success(pressed(0.0629))).toBe(false)
})

test('on the way a closed hand is paid 2 H((1 - open) / 2, near)', () => {
  const near = 1 / (1 + 9 * (0.09 / 0.3) ** 2)
  expect(reward(0, 0.1, 1)).toBe(0)
  expect(reward(0, 0.1, 0)).toBeCloseTo((2 * 0.5 * near) / (0.5 + near - 0.5 * near), 9)
})

test('at the button an open hand is paid 2 + 2 (1 + open) + 4 pressed^2', () => {
  const start = 1 / (1 + 9 * ((TRAVEL - 0.005) / TRAVEL) ** 2)
  expect(reward(0, 0.0699, 0.5)).toBeCloseTo(2 + 2 * 1.5 + 4 * start ** 2, 9)
  expect(reward(0.09, 0.0699, 1)).toBe(10)
})
