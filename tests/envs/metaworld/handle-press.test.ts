import { expect, test } from 'vitest'
import { handlePress } from '../../../envs/metaworld/handle-press.ts'
import { handlePressSide } from '../../../envs/metaworld/handle-press-side.ts'
import { at, someSituation } from '../../support/some-situation.ts'

/** The handle pressed by so many metres, the tcp `above` its top. */
const pressed = (by: number, above = 0) =>
  someSituation({
    goal: [0, 0.634, 0.075],
    first: at(0, 0.634, 0.172 - by),
    tcp: [0, 0.634, 0.172 - by + above],
    start: { tcp: [0, 0.4, 0.155], first: [0, 0.634, 0.172], second: [0, 0, 0] },
  })

test.each([handlePress, handlePressSide].map((task) => [task.id, task] as const))(
  '%s: success is a press of 77 mm',
  (_, task) => {
    expect(task.success(pressed(0.0771))).toBe(true)
    expect(task.success(pressed(0.0769))).toBe(false)
  },
)

test('the reward is 10 when pressed, and before that H(reach, pressed)', () => {
  expect(handlePress.terms(pressed(0.08, 0.3)).press).toBe(1)
  expect(handlePress.terms(pressed(0.05, 0.019)).press).toBeCloseTo(1 / (1 + 9 * (0.027 / 0.077) ** 2), 9)
  expect(handlePress.terms(pressed(0.05, 0.1)).press).toBeLessThan(handlePress.terms(pressed(0.05, 0.05)).press!)
})
