import { expect, test } from 'vitest'
import { plateSlide } from '../../../envs/metaworld/plate-slide.ts'
import { at, someSituation } from '../../support/some-situation.ts'

/** The plate so far from the goal, the tcp `behind` it. */
const left = (distance: number, behind = 0.05) =>
  someSituation({
    goal: [0, 0.85, 0],
    first: at(0, 0.85 - distance, 0),
    tcp: [0, 0.85 - distance - behind, 0],
    start: { tcp: [0, 0.6, 0.155], first: [0, 0.6, 0], second: [0, 0, 0] },
  })

test('success is a plate within 7 cm of the goal', () => {
  expect(plateSlide.success(left(0.0699))).toBe(true)
  expect(plateSlide.success(left(0.0701))).toBe(false)
})

test('the reward is 8 H(reach, in place), and 10 within 5 cm', () => {
  expect(plateSlide.terms(left(0.0499, 1))).toEqual({ slide: 1, done: 1 })
  expect(plateSlide.terms(left(0.15))).toEqual({ slide: expect.closeTo(1 / (1 + 9 * 0.4 ** 2), 9), done: 0 })
  expect(plateSlide.terms(left(0.15, 0.3)).slide).toBeLessThan(0.2)
})
