import { expect, test } from 'vitest'
import { stack } from '../../../envs/tabletop/stack.ts'
import { randomStream } from '../../../sim/random.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const LOWER = at(0.05, 0.7, 0.02)
/** The upper block so far from its place, and a hand that has let go or not. */
const stacked = (x: number, z: number, opening = 1) =>
  someSituation({
    first: at(0.05 + x, 0.7, 0.06 + z),
    second: LOWER,
    tcp: [0.05 + x, 0.7, 0.065 + z],
    opening,
    goal: [0.05, 0.7, 0.06],
  })

test('succeeds when the block stands on the other one and the hand has let go', () => {
  expect(stack.success(stacked(0.014, 0))).toBe(true)
  expect(stack.success(stacked(0.016, 0))).toBe(false)
  expect(stack.success(stacked(0, 0.005))).toBe(false)
  expect(stack.success(stacked(0, 0, 0.6))).toBe(false)
})

test('standing there pays 7 while it is held, and 10 once it is free', () => {
  const reward = (opening: number) =>
    Object.entries(stack.terms(stacked(0, 0, opening))).reduce(
      (sum, [name, term]) => sum + term * stack.scales[name]!,
      0,
    )
  expect(reward(0.6)).toBe(7)
  expect(reward(1)).toBe(10)
})

test('the goal lies on top of the lower block, at least ten centimetres from where the upper one starts', () => {
  for (let seed = 0; seed < 50; seed++) {
    const { props, goal } = stack.place(randomStream(seed, 'place'))
    const [upper, lower] = props.map((prop) => prop.bodies[0]!.position)
    expect(goal).toEqual([lower![0], lower![1], expect.closeTo(0.06, 9)])
    expect(Math.hypot(upper![0] - lower![0], upper![1] - lower![1])).toBeGreaterThanOrEqual(0.1)
  }
})
