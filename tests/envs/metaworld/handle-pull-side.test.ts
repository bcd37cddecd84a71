import { expect, test } from 'vitest'
import { handlePullSide } from '../../../envs/metaworld/handle-pull-side.ts'
import { at, someSituation } from '../../support/some-situation.ts'

/** The lever raised by so many metres and held. */
const raised = (by: number) =>
  someSituation({
    goal: [-0.13, 0.7, 0.15],
    grip: 1,
    first: at(-0.13, 0.7, 0.05 + by),
    tcp: [-0.13, 0.7, 0.05 + by],
    padY: [0.67, 0.73],
    start: { tcp: [0, 0.6, 0.155], first: [-0.13, 0.7, 0.05], second: [0, 0, 0] },
  })

test('success is a raise of 57 mm, and the reward is 10 there', () => {
  expect(handlePullSide.success(raised(0.0571))).toBe(true)
  expect(handlePullSide.success(raised(0.0569))).toBe(false)
  expect(handlePullSide.terms(raised(0.0571))).toEqual({ grasp: 1, raised: 1, pull: 1, done: 1 })
})

test('the raise is paid for once it is 1 cm', () => {
  const pull = 1 / (1 + 9 * ((0.1 - 0.02 - 0.043) / 0.1) ** 2)
  expect(handlePullSide.terms(raised(0.02))).toMatchObject({ raised: 1, pull: expect.closeTo(pull, 9), done: 0 })
  expect(handlePullSide.terms(raised(0.009))).toMatchObject({ raised: 0, pull: 0 })
})
