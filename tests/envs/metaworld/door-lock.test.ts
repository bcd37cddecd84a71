import { expect, test } from 'vitest'
import { doorLock } from '../../../envs/metaworld/door-lock.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const AXLE = 0.211
const START = { tcp: [0, 0.6, 0.155], first: [0.09, 0.66, 0.221], second: [0, 0, 0] } as const

/** The end of the bar so far below its axle, the right finger at it. */
const lowered = (by: number, opening = 1) =>
  someSituation({
    goal: [0, 0.66, AXLE - 0.1],
    opening,
    first: at(0.05, 0.66, AXLE - by),
    tcp: [0.05, 0.62, AXLE - by],
    padY: [0.58, 0.66],
    start: START,
  })

test('success is a bar whose end hangs 8 cm below its axle', () => {
  expect(doorLock.success(lowered(0.0801))).toBe(true)
  expect(doorLock.success(lowered(0.0799))).toBe(false)
})

test('the reward is 2 for an open hand whose right finger is at the bar, and 8 for the lock', () => {
  expect(doorLock.terms(lowered(0.0951))).toEqual({ reach: 1, lock: 1 })
  expect(doorLock.terms(lowered(0.05, 0.5))).toEqual({
    reach: expect.closeTo(0.5, 9),
    lock: expect.closeTo(1 / (1 + 9 * 0.45 ** 2), 9),
  })
})
