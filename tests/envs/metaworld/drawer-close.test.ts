import { expect, test } from 'vitest'
import { drawerClose } from '../../../envs/metaworld/drawer-close.ts'
import { at, someSituation } from '../../support/some-situation.ts'

/** The drawer so far out, the tcp at its handle. */
const out = (by: number, grip = 1) =>
  someSituation({
    goal: [0, 0.74, 0.09],
    grip,
    first: at(0, 0.74 - by, 0.09),
    tcp: [0, 0.74 - by, 0.09],
    start: { tcp: [0, 0.6, 0.155], first: [0, 0.59, 0.09], second: [0, 0, 0] },
  })

test('success is a drawer that is out by 31 mm at most', () => {
  expect(drawerClose.success(out(0.0309))).toBe(true)
  expect(drawerClose.success(out(0.0311))).toBe(false)
})

test('the reward is 10 when shut, and before that for a closed hand at the handle', () => {
  expect(drawerClose.terms(out(0.03, -1)).close).toBe(1)
  expect(drawerClose.terms(out(0.1)).close).toBeCloseTo(1 / (1 + 9 * (0.069 / 0.119) ** 2), 9)
  expect(drawerClose.terms(out(0.1, 0)).close).toBe(0)
})
