import { expect, test } from 'vitest'
import { doorClose } from '../../../envs/metaworld/door-close.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const GOAL = [0.2, 0.7, 0.15] as const
const START = { tcp: [-0.5, 0.6, 0.155], first: [-0.31, 0.425, 0.15], second: [0, 0, 0] } as const

/** The handle so far before the goal. */
const away = (distance: number) =>
  someSituation({ goal: GOAL, first: at(0.2, 0.7 - distance, 0.15), tcp: [0.2, 0.6875, 0.15], start: START })

test('success is a handle within 8 cm of the goal', () => {
  expect(doorClose.success(away(0.0799))).toBe(true)
  expect(doorClose.success(away(0.0801))).toBe(false)
})

test('the reward is 3 for the hand and 6 for the door, and 10 within 5 cm', () => {
  expect(doorClose.terms(away(0.0499))).toEqual({ hand: 1, close: 1, done: 1 })
  const left = Math.hypot(0.51, 0.275)
  expect(doorClose.terms(away(0.15))).toEqual({
    hand: 1,
    close: expect.closeTo(0.1 ** ((0.1 / left) ** 2), 9),
    done: 0,
  })
})
