import { expect, test } from 'vitest'
import { plateSlideBack } from '../../../envs/metaworld/plate-slide-back.ts'
import { plateSlideBackSide } from '../../../envs/metaworld/plate-slide-back-side.ts'
import { plateSlideSide } from '../../../envs/metaworld/plate-slide-side.ts'
import { at, someSituation } from '../../support/some-situation.ts'

/** The plate so far from the goal, the tcp `behind` it and so high. */
const left = (distance: number, behind = 0.06, z = 0.02) =>
  someSituation({
    goal: [-0.25, 0.6, 0],
    first: at(-0.25 + distance, 0.6, 0),
    tcp: [-0.25 + distance + behind, 0.6, z],
    start: { tcp: [0, 0.6, 0.155], first: [0, 0.6, 0], second: [0, 0, 0] },
  })

const reward = (...situation: Parameters<typeof left>) => {
  const terms = plateSlideSide.terms(left(...situation))
  return Object.entries(plateSlideSide.scales).reduce((sum, [name, scale]) => sum + scale * terms[name]!, 0)
}

test('success is a plate within 7 cm of the goal, in all three', () => {
  for (const task of [plateSlideSide, plateSlideBack, plateSlideBackSide]) {
    expect(task.success(left(0.0699))).toBe(true)
    expect(task.success(left(0.0701))).toBe(false)
  }
})

test('the reward is 1.5 T on the way, 2 + 7 I beside the plate, and 10 within 5 cm', () => {
  const [start, tail] = [0.155 - 0.05, 0.2 - 0.05]
  expect(reward(0.2, 0.2, 0)).toBeCloseTo(1.5 / (1 + 9 * (tail / start) ** 2), 9)
  expect(reward(0.1)).toBeCloseTo(2 + 7 / (1 + 9 * (0.05 / 0.2) ** 2), 9)
  expect(reward(0.1, 0.06, 0.031)).toBeLessThan(1.5)
  expect(reward(0.0499, 1)).toBe(10)
})
