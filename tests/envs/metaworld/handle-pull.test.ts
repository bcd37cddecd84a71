import { expect, test } from 'vitest'
import { handlePull } from '../../../envs/metaworld/handle-pull.ts'
import { at, someSituation } from '../../support/some-situation.ts'

/** The handle raised by so many metres, held or with the hand elsewhere. */
const raised = (by: number, held = true) =>
  someSituation({
    goal: [0, 0.634, 0.172],
    grip: 1,
    first: at(0.05, 0.634, 0.064 + by),
    tcp: held ? [0.05, 0.634, 0.064 + by] : [0, 0.4, 0.155],
    padY: held ? [0.606, 0.662] : [0.36, 0.44],
    start: { tcp: [0, 0.6, 0.155], first: [0.05, 0.634, 0.064], second: [0, 0, 0] },
  })

test('success is a raise of 58 mm', () => {
  expect(handlePull.success(raised(0.0581))).toBe(true)
  expect(handlePull.success(raised(0.0579))).toBe(false)
})

test('the raise is paid for once it is 1 cm and the hand is there', () => {
  const pull = (by: number) => 1 / (1 + 9 * ((0.108 - by - 0.05) / 0.108) ** 2)
  expect(handlePull.terms(raised(0.02))).toEqual({
    grasp: expect.closeTo(pull(0.02), 9),
    raised: 1,
    pull: expect.closeTo(pull(0.02), 9),
    done: 0,
  })
  expect(handlePull.terms(raised(0.009))).toMatchObject({ raised: 0, pull: 0 })
  expect(handlePull.terms(raised(0.02, false))).toMatchObject({ raised: 0, pull: 0 })
})

test('the reward is 10 at the goal even when it was let go', () => {
  expect(handlePull.terms(raised(0.06, false))).toEqual({ grasp: 1, raised: 1, pull: 1, done: 1 })
})
