import { expect, test } from 'vitest'
import { square } from '../../../envs/robomimic/square.ts'
import { randomStream } from '../../../sim/random.ts'
import type { Vec3 } from '../../../sim/scene.ts'
import { plus, QUARTER_TURN_Z } from '../../../sim/vector.ts'
import { rewardOf, situationOf } from '../../support/robomimic-situation.ts'

const PEG: Vec3 = [-0.1, 0.83, 0]
/** With the nut so far from the peg's axis, and the hand above its handle. */
const threaded = (offset: Vec3, above = 0.1) =>
  situationOf({ object: plus(PEG, offset), tcp: plus(plus(PEG, offset), [0.085, 0, above]) })

test('succeeds within 3 cm of the peg in x and y, lower than 5 cm', () => {
  expect(square.success(threaded([0.029, 0.029, 0.049]))).toBe(true)
  expect(square.success(threaded([0.031, 0, 0.049]))).toBe(false)
  expect(square.success(threaded([0, -0.031, 0.049]))).toBe(false)
  expect(square.success(threaded([0, 0, 0.051]))).toBe(false)
})

test('succeeds once the hand is 4.2 cm away from the handle, wherever that points', () => {
  expect(square.success(threaded([0, 0, 0.012], 0.043))).toBe(true)
  expect(square.success(threaded([0, 0, 0.012], 0.042))).toBe(false)
  const turned = (tcp: Vec3) =>
    square.success(situationOf({ object: plus(PEG, [0, 0, 0.012]), rotation: QUARTER_TURN_Z, tcp: plus(PEG, tcp) }))
  expect(turned([0, 0.085, 0.02])).toBe(false)
  expect(turned([0.085, 0, 0.02])).toBe(true)
})

test('each stage pays more than the one before', () => {
  const reward = (object: Vec3, held: boolean) =>
    rewardOf(square, situationOf({ object, tcp: plus(object, [0.085, 0, 0]), held }))
  const stages = [
    reward([-0.15, 0.49, 0.012], false),
    reward([-0.15, 0.49, 0.012], true),
    reward([-0.15, 0.49, 0.2], true),
    reward([-0.1, 0.83, 0.2], true),
    rewardOf(square, threaded([0, 0, 0.012])),
  ]
  expect(stages).toEqual([...stages].sort((one, other) => one - other))
  expect(stages[0]).toBeCloseTo(0.1, 9)
  expect(stages[3]).toBeCloseTo(0.7, 9)
  expect(stages.at(-1)).toBeCloseTo(1.7, 9)
})

test('nuts start in a narrow strip to the left before the robot', () => {
  for (let seed = 0; seed < 50; seed++) {
    const [x, y, z] = square.place(randomStream(seed, 'place'))[0]!.bodies[0]!.position
    expect(x >= -0.225 && x <= -0.11, `${x}`).toBe(true)
    expect(y >= 0.485 && y <= 0.49, `${y}`).toBe(true)
    expect(z).toBe(0.012)
  }
})
