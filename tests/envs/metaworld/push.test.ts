import { expect, test } from 'vitest'
import { push } from '../../../envs/metaworld/push.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const reward = (changes: Parameters<typeof someSituation>[0]) => {
  const terms = push.terms(someSituation(changes))
  return Object.entries(push.scales).reduce((sum, [name, scale]) => sum + scale * terms[name]!, 0)
}

/** Around the puck at its start, gripping. */
const HOLDING = { tcp: [0, 0.65, 0.022], padY: [0.624, 0.676], grip: 1 } as const

test('success is a puck within 5 cm of the goal', () => {
  expect(push.success(someSituation({ first: at(0, 0.8001, 0.02) }))).toBe(true)
  expect(push.success(someSituation({ first: at(0, 0.7999, 0.02) }))).toBe(false)
})

test('far from the puck the reward is twice the caging', () => {
  const terms = push.terms(someSituation())
  expect(terms).toMatchObject({ near: 0, place: 0 })
  expect(reward({})).toBeLessThan(0.2)
})

test('holding the puck at its start gives 4 C + 1 + 5 I', () => {
  // C is 1; the puck is its whole way, 20 cm, from the goal, 15 cm outside the radius.
  const place = 1 / (1 + 9 * 0.75 ** 2)
  expect(reward(HOLDING)).toBeCloseTo(4 + 1 + 5 * place, 9)
  expect(reward({ ...HOLDING, grip: -1 })).toBeCloseTo(2 + 1 + 5 * place, 9)
})

test('the reward grows as the held puck comes closer, and is 10 at the goal even when it was let go', () => {
  const held = (y: number) =>
    reward({ ...HOLDING, tcp: [0, y, 0.022], padY: [y - 0.026, y + 0.026], first: at(0, y, 0.02) })
  expect(held(0.7)).toBeGreaterThan(held(0.65))
  expect(held(0.79)).toBeGreaterThan(held(0.7))
  expect(held(0.81)).toBe(10)
  expect(reward({ first: at(0, 0.81, 0.02) })).toBe(10)
})
