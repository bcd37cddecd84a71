import { expect, test } from 'vitest'
import { leverPull } from '../../../envs/metaworld/lever-pull.ts'
import { at, someSituation } from '../../support/some-situation.ts'

/** The lever so many degrees above the horizontal, the palm's edge under its knob. */
const raised = (degrees: number) => {
  const angle = (degrees * Math.PI) / 180
  const [y, z] = [0.75 - 0.2 * Math.cos(angle), 0.25 + 0.2 * Math.sin(angle)]
  return someSituation({
    goal: [0.12, 0.75, 0.45],
    first: at(0.12, y, z),
    tcp: [0.12, y - 0.055, z - 0.115],
    start: { tcp: [0, 0.4, 0.155], first: [0.12, 0.55, 0.25], second: [0, 0, 0] },
  })
}

test('success is a lever within 7.5 degrees of upright', () => {
  expect(leverPull.success(raised(82.6))).toBe(true)
  expect(leverPull.success(raised(82.4))).toBe(false)
  expect(leverPull.success(raised(97.4))).toBe(true)
  expect(leverPull.success(raised(97.6))).toBe(false)
})

test('the reward is H(ready, in place): in place within 4 cm of the goal', () => {
  expect(leverPull.terms(raised(85)).lift).toBe(1)
  const start = Math.hypot(0.2, 0.2)
  expect(leverPull.terms(raised(0)).lift).toBeCloseTo(1 / (1 + 9 * ((start - 0.04) / start) ** 2), 9)
})
