import { expect, test } from 'vitest'
import { windowOpen } from '../../../envs/metaworld/window-open.ts'
import { at, someSituation } from '../../support/some-situation.ts'

/** The window open by so many metres, the tcp `beside` its handle. */
const open = (by: number, beside = 0) =>
  someSituation({
    goal: [0.2, 0.8, 0.16],
    first: at(by - 0.04, 0.705, 0.16),
    tcp: [by - 0.04 - beside, 0.705, 0.16],
    start: { tcp: [0, 0.4, 0.155], first: [-0.04, 0.705, 0.16], second: [0, 0, 0] },
  })

test('success is a window open by 19 cm', () => {
  expect(windowOpen.success(open(0.1901))).toBe(true)
  expect(windowOpen.success(open(0.1899))).toBe(false)
})

test('the reward is H(reach, in place), which asks for both', () => {
  expect(windowOpen.terms(open(0.195, 0.0199)).open).toBe(1)
  expect(windowOpen.terms(open(0.1)).open).toBeCloseTo(1 / (1 + 9 * (0.09 / 0.15) ** 2), 9)
  expect(windowOpen.terms(open(0.195, 0.3)).open).toBeLessThan(0.2)
})
