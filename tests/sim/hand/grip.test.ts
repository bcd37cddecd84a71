import { expect, test } from 'vitest'
import { GRIP, OPENING } from '../../../sim/hand/constants.ts'
import { gripTarget, openness } from '../../../sim/hand/grip.ts'

/** Newtons with which the springs squeeze fingers held at `opening`. */
const squeeze = (opening: number, command: number) => (opening - gripTarget(opening, command)) * GRIP.stiffness

test('closing squeezes with the same force at every opening', () => {
  for (const opening of [0.01, 0.02, 0.03, 0.04]) expect(squeeze(opening, 1)).toBeCloseTo(GRIP.squeeze, 9)
})

test('half a command squeezes half as hard, none not at all', () => {
  expect(squeeze(0.02, 0.5)).toBeCloseTo(GRIP.squeeze / 2, 9)
  expect(squeeze(0.02, 0)).toBe(0)
})

test('opening pushes outwards and ends at the open position', () => {
  expect(squeeze(0.02, -1)).toBeCloseTo(-GRIP.squeeze, 9)
  expect(gripTarget(0.038, -1)).toBe(OPENING.open)
})

test('the opening is 1 when open, 0.155 when shut, and stays in between', () => {
  expect(openness(2 * OPENING.open)).toBe(1)
  expect(openness(2 * OPENING.least)).toBeCloseTo(0.155, 3)
  expect(openness(2 * OPENING.most)).toBe(1)
  expect(openness(-0.01)).toBe(0)
})
