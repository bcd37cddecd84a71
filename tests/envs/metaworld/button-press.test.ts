import { expect, test } from 'vitest'
import { buttonPress } from '../../../envs/metaworld/button-press.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const FRONT = 0.72
const TRAVEL = 0.093

/** The button pressed by so many metres, the tcp `behind` its front. */
const pressed = (by: number, behind = 0.3, opening = 1) =>
  someSituation({
    goal: [0, FRONT + TRAVEL, 0.115],
    opening,
    first: at(0, FRONT + by, 0.115),
    tcp: [0, FRONT + by - behind, 0.115],
    start: { tcp: [0, FRONT - 0.3, 0.115], first: [0, FRONT, 0.115], second: [0, 0, 0] },
  })

test('success is a press of 73 mm', () => {
  expect(buttonPress.success(pressed(0.0731))).toBe(true)
  expect(buttonPress.success(pressed(0.0729))).toBe(false)
})

test('reaching counts for an open hand, twice at the button', () => {
  expect(buttonPress.terms(pressed(0, 0.05)).reach).toBe(1)
  expect(buttonPress.terms(pressed(0, 0.05, 0.5)).reach).toBeCloseTo(0.5, 9)
  expect(buttonPress.terms(pressed(0)).reach).toBeCloseTo(1 / (1 + 9 * (0.25 / 0.3) ** 2), 9)
})

test('pressing counts only while the tcp is within 5 cm of the button', () => {
  expect(buttonPress.terms(pressed(0.09, 0.0499)).press).toBe(1)
  expect(buttonPress.terms(pressed(0.09, 0.0501)).press).toBe(0)
  expect(buttonPress.terms(pressed(0, 0.04)).press).toBeCloseTo(1 / (1 + 9 * ((TRAVEL - 0.005) / TRAVEL) ** 2), 9)
})
