import { expect, test } from 'vitest'
import { coffeeButton } from '../../../envs/metaworld/coffee-button.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const FRONT = 0.63

/** The button pressed by so many metres, the tcp `before` its front. */
const pressed = (by: number, before = 0.3) =>
  someSituation({
    goal: [0, FRONT + 0.03, 0.3],
    first: at(0, FRONT + by, 0.3),
    tcp: [0, FRONT + by - before, 0.3],
    start: { tcp: [0, FRONT - 0.3, 0.3], first: [0, FRONT, 0.3], second: [0, 0, 0] },
  })

test('success is a press of 1 cm', () => {
  expect(coffeeButton.success(pressed(0.0101))).toBe(true)
  expect(coffeeButton.success(pressed(0.0099))).toBe(false)
})

test('pressing counts only while the tcp is within 5 cm of the button', () => {
  expect(coffeeButton.terms(pressed(0.026, 0.0499))).toEqual({ reach: 1, press: 1 })
  expect(coffeeButton.terms(pressed(0.026, 0.0501)).press).toBe(0)
  expect(coffeeButton.terms(pressed(0, 0.04)).press).toBeCloseTo(1 / (1 + 9 * (0.025 / 0.03) ** 2), 9)
})
