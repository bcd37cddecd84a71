import { expect, test } from 'vitest'
import { doorUnlock } from '../../../envs/metaworld/door-unlock.ts'
import { at, someSituation } from '../../support/some-situation.ts'

/** The end of the bar so far to the right of its axle, the hand's shoulder `away` from it in y. */
const moved = (by: number, away = 0) =>
  someSituation({
    goal: [0.1, 0.66, 0.211],
    first: at(by, 0.66, 0.15),
    tcp: [by, 0.66 - 0.055 - away, 0.15 - 0.115],
    start: { tcp: [0, 0.6, 0.155], first: [-0.01, 0.66, 0.121], second: [0, 0, 0] },
  })

test('success is a bar whose end lies 8 cm beside its axle', () => {
  expect(doorUnlock.success(moved(0.0801))).toBe(true)
  expect(doorUnlock.success(moved(0.0799))).toBe(false)
})

test('the reward is 2 for a shoulder within 2 cm of the bar, and 8 for the lock', () => {
  expect(doorUnlock.terms(moved(0.0951, 0.0199))).toEqual({ reach: 1, unlock: 1 })
  const { reach, unlock } = doorUnlock.terms(moved(0.05, 0.1))
  expect(reach).toBeLessThan(1)
  expect(unlock).toBeCloseTo(1 / (1 + 9 * 0.45 ** 2), 9)
})
