import { expect, test } from 'vitest'
import { lift } from '../../../envs/robomimic/lift.ts'
import { randomStream } from '../../../sim/random.ts'
import { rewardOf, situationOf } from '../../support/robomimic-situation.ts'

test('succeeds once the middle of the cube is more than 4 cm above the table', () => {
  expect(lift.success(situationOf({ object: [0, 0.6, 0.041] }))).toBe(true)
  expect(lift.success(situationOf({ object: [0, 0.6, 0.039] }))).toBe(false)
})

test('pays 1 / 2.25 of being near, a quarter of that for a grasp, and 1 for success', () => {
  const reward = (height: number, held: boolean) =>
    rewardOf(lift, situationOf({ object: [0, 0.6, height], tcp: [0, 0.6, height], held }))
  expect(reward(0.02, false)).toBeCloseTo(1 / 2.25, 9)
  expect(reward(0.02, true)).toBeCloseTo(1.25 / 2.25, 9)
  expect(reward(0.05, true)).toBeCloseTo(1, 9)
})

test('cubes of 4 to 4.4 cm lie within 3 cm of the middle of the table, turned in every direction', () => {
  const turns = Array.from({ length: 60 }, (_, seed) => {
    const [body] = lift.place(randomStream(seed, 'place'))[0]!.bodies
    const [x, y, z] = body!.position
    expect(Math.abs(x)).toBeLessThanOrEqual(0.03)
    expect(Math.abs(y - 0.6)).toBeLessThanOrEqual(0.03)
    const { shape } = body!.geoms[0]!
    if (shape.kind !== 'box') throw new Error(`found a ${shape.kind}, expected a box`)
    for (const half of shape.half) expect(half >= 0.02 && half <= 0.022, `${half}`).toBe(true)
    expect(z).toBe(shape.half[2])
    return 2 * Math.atan2(body!.rotation![2], body!.rotation![3])
  })
  const quadrants = new Set(turns.map((turn) => Math.floor(((turn + 2 * Math.PI) % (2 * Math.PI)) / (Math.PI / 2))))
  expect(quadrants.size).toBe(4)
})
