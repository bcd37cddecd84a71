import { expect, test } from 'vitest'
import { reach } from '../../../envs/metaworld/reach.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const GOAL = [0, 0.8, 0.155] as const

test('success is a tcp within 5 cm of the goal, wherever the puck is', () => {
  expect(reach.success(someSituation({ goal: GOAL, tcp: [0, 0.7501, 0.155] }))).toBe(true)
  expect(reach.success(someSituation({ goal: GOAL, tcp: [0, 0.7499, 0.155] }))).toBe(false)
  expect(reach.success(someSituation({ goal: GOAL, tcp: [0, 0.6, 0.155], first: at(...GOAL) }))).toBe(false)
})

test('the reward is 10 at the goal and T of the distance, with the start distance as margin, elsewhere', () => {
  expect(reach.terms(someSituation({ goal: GOAL, tcp: GOAL }))).toEqual({ reach: 1 })
  // 20 cm away at the start, 15 cm outside the radius: 1 / (1 + 9 (0.15 / 0.2)^2).
  expect(reach.terms(someSituation({ goal: GOAL })).reach).toBeCloseTo(1 / (1 + 9 * 0.75 ** 2), 9)
})
