import { expect, test } from 'vitest'
import { can } from '../../../envs/robomimic/can.ts'
import { randomStream } from '../../../sim/random.ts'
import type { Vec3 } from '../../../sim/scene.ts'
import { rewardOf, situationOf } from '../../support/robomimic-situation.ts'

/** The far left compartment spans x from -0.575 to -0.33 and y from 0.6 to 0.795; the floor is 1 cm thick. */
const placed = (object: Vec3, away = 0.1) =>
  can.success(situationOf({ object, tcp: [object[0], object[1], object[2] + away] }))

test('succeeds in its own compartment and in no other', () => {
  expect(placed([-0.34, 0.61, 0.058])).toBe(true)
  expect(placed([-0.57, 0.79, 0.058])).toBe(true)
  expect(placed([-0.32, 0.61, 0.058])).toBe(false)
  expect(placed([-0.34, 0.59, 0.058])).toBe(false)
  expect(placed([-0.58, 0.61, 0.058])).toBe(false)
  expect(placed([-0.34, 0.8, 0.058])).toBe(false)
})

test('succeeds within 10 cm of the floor, once the hand is 4.2 cm away', () => {
  expect(placed([-0.45, 0.7, 0.109])).toBe(true)
  expect(placed([-0.45, 0.7, 0.111])).toBe(false)
  expect(placed([-0.45, 0.7, 0.058], 0.043)).toBe(true)
  expect(placed([-0.45, 0.7, 0.058], 0.042)).toBe(false)
})

test('each stage pays more than the one before', () => {
  const reward = (object: Vec3, held: boolean, tcp = object) => rewardOf(can, situationOf({ object, tcp, held }))
  const start: Vec3 = [0.2, 0.6, 0.058]
  const stages = [
    reward(start, false, [0, 0.5, 0.2]),
    reward(start, false),
    reward(start, true),
    reward([0.2, 0.6, 0.26], true),
    reward([-0.2, 0.65, 0.26], true),
    reward([-0.45, 0.7, 0.26], true),
    reward([-0.4525, 0.6975, 0.058], false, [-0.45, 0.7, 0.2]),
  ]
  expect(stages).toEqual([...stages].sort((one, other) => one - other))
  expect(stages[1]).toBeCloseTo(0.1, 9)
  expect(stages[2]).toBeGreaterThan(0.35)
  expect(stages.at(-1)).toBeCloseTo(1.7, 9)
})

test('cans start anywhere in the first bin, 5 cm from its walls', () => {
  const places = Array.from(
    { length: 200 },
    (_, seed) => can.place(randomStream(seed, 'place'))[0]!.bodies[0]!.position,
  )
  const [xs, ys] = [places.map(([x]) => x - 0.2), places.map(([, y]) => y - 0.6)]
  for (const [values, half] of [
    [xs, 0.195],
    [ys, 0.145],
  ] as const) {
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(half)
    expect(Math.min(...values)).toBeLessThan(-0.9 * half)
    expect(Math.max(...values)).toBeGreaterThan(0.9 * half)
  }
})
