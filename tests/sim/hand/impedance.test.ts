import { expect, test } from 'vitest'
import { IMPEDANCE } from '../../../sim/hand/constants.ts'
import { approach, lowestBase } from '../../../sim/hand/impedance.ts'
import { spun } from '../../../sim/hand/spin.ts'
import { IDENTITY, QUARTER_TURN_X, QUARTER_TURN_Y, QUARTER_TURN_Z } from '../../../sim/vector.ts'

test('a goal ahead leads to a steady speed in a tenth of a second, and none to a stop', () => {
  let velocity = 0
  for (let i = 0; i < 16; i++) velocity = approach(velocity, IMPEDANCE.travel, 1 / 160)
  expect(velocity).toBeGreaterThan(0.27)
  for (let i = 0; i < 160; i++) velocity = approach(velocity, IMPEDANCE.travel, 1 / 160)
  expect(velocity).toBeCloseTo((IMPEDANCE.stiffness / IMPEDANCE.damping) * IMPEDANCE.travel, 6)
  for (let i = 0; i < 160; i++) velocity = approach(velocity, 0, 1 / 160)
  expect(velocity).toBeLessThan(1e-6)
})

test('the damping is critical', () => {
  expect(IMPEDANCE.damping).toBe(2 * Math.sqrt(IMPEDANCE.stiffness))
})

test('the hand stays as high as its lowest fingertip asks, however it is turned', () => {
  expect(lowestBase(IDENTITY)).toBeCloseTo(0.0705, 12)
  expect(lowestBase(QUARTER_TURN_Z)).toBeCloseTo(0.0705, 12)
  // On its side: half a finger's width, or the outer side of an open finger.
  expect(lowestBase(QUARTER_TURN_Y)).toBeCloseTo(0.0105, 12)
  expect(lowestBase(QUARTER_TURN_X)).toBeCloseTo(0.0465, 12)
  expect(lowestBase(spun(IDENTITY, [0.5, 0, 0], 1))).toBeGreaterThan(0.08)
})
