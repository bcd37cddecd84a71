import { expect, test } from 'vitest'
import { windowClose } from '../../../envs/metaworld/window-close.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const START = { tcp: [0, 0.4, 0.155], first: [0.21, 0.705, 0.2], second: [0, 0, 0] } as const

/** The window open by so many metres, the tcp `beside` its handle. */
const open = (by: number, beside = 0) =>
  someSituation({
    goal: [0, 0.8, 0.2],
    first: at(by + 0.01, 0.705, 0.2),
    tcp: [by + 0.01 + beside, 0.705, 0.2],
    start: START,
  })

test('success is a window open by 4 cm at most', () => {
  expect(windowClose.success(open(0.0399))).toBe(true)
  expect(windowClose.success(open(0.0401))).toBe(false)
})

test('the reward is H(reach, in place), with a Gaussian reach', () => {
  expect(windowClose.terms(open(0.03, 0.0199)).close).toBe(1)
  expect(windowClose.terms(open(0.1)).close).toBeCloseTo(1 / (1 + 9 * (0.06 / 0.15) ** 2), 9)
  const margin = Math.hypot(0.21, 0.305, 0.045) - 0.02
  expect(windowClose.terms(open(0.03, 0.12)).close).toBeCloseTo(0.1 ** ((0.1 / margin) ** 2), 9)
})
