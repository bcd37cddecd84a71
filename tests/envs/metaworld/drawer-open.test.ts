import { expect, test } from 'vitest'
import { drawerOpen } from '../../../envs/metaworld/drawer-open.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const GOAL = [0, 0.54, 0.09] as const
const drawer = (y: number, tcp: readonly [number, number, number] = [0, 0.6, 0.155]) =>
  someSituation({
    goal: GOAL,
    first: at(0, y, 0.09),
    tcp,
    start: { tcp: [0, 0.6, 0.155], first: [0, 0.74, 0.09], second: [0, 0, 0] },
  })

test('success is a handle within 3 cm of the goal, 20 cm out: a pull of 17 cm', () => {
  expect(drawerOpen.success(drawer(0.74 - 0.1701))).toBe(true)
  expect(drawerOpen.success(drawer(0.74 - 0.1699))).toBe(false)
})

test('at the start the reward is a tenth of each half', () => {
  // 18 cm outside the radius of 2 cm with a margin of 20 cm; one centimetre less than the margin for the hand.
  const { near, open } = drawerOpen.terms(drawer(0.74))
  expect(open).toBeCloseTo(1 / (1 + 9 * 0.9 ** 2), 9)
  const away = Math.hypot(3 * 0.14, 0.065)
  expect(near).toBeCloseTo(1 / (1 + 9 * ((away - 0.01) / away) ** 2), 9)
})

test('sideways errors of the hand count three times', () => {
  const near = (x: number, z: number) => drawerOpen.terms(drawer(0.74, [x, 0.74, 0.09 + z])).near
  expect(near(0.02, 0)).toBeCloseTo(near(0, 0.06)!, 9)
  expect(near(0, 0)).toBe(1)
})

test('an open drawer with the hand at its handle gives 10', () => {
  const terms = drawerOpen.terms(drawer(0.55, [0, 0.55, 0.09]))
  expect(drawerOpen.scales.near! * terms.near! + drawerOpen.scales.open! * terms.open!).toBe(10)
})
