// A turning hand above a table, with or without a thing on it.

import { CLOSE, type Move, moveAction, OPEN } from '../../envs/robomimic/expert.ts'
import { handBodies } from '../../sim/hand/bodies.ts'
import { TURNING_ACTION_SIZE, TurningHand } from '../../sim/hand/turning-hand.ts'
import type { Physics } from '../../sim/physics.ts'
import { table } from '../../sim/props/table.ts'
import type { Body, Quat, Vec3 } from '../../sim/scene.ts'
import { IDENTITY, inverse, minus, turned } from '../../sim/vector.ts'
import { createWorld, type World } from '../../sim/world.ts'

export const START: Vec3 = [0, 0.6, 0.25]

export interface TurningBench {
  readonly world: World
  readonly hand: TurningHand
}

export function withTurningHand<Result>(
  { physics = 'accurate', extra = [] }: { readonly physics?: Physics; readonly extra?: readonly Body[] },
  use: (bench: TurningBench) => Result,
): Result {
  const bodies = [...handBodies(START), ...table().bodies, ...extra]
  const world = createWorld({ bodies, joints: [], markers: [] }, { physics })
  try {
    return use({ world, hand: new TurningHand(world) })
  } finally {
    world.dispose()
  }
}

export function cubeOnTable(x: number, y: number, rotation: Quat = IDENTITY): Body {
  return {
    name: 'object',
    kind: 'dynamic',
    position: [x, y, 0.02],
    rotation,
    geoms: [{ shape: { kind: 'box', half: [0.02, 0.02, 0.02] }, colour: '#ff0000', mass: 0.06, touches: 'everything' }],
  }
}

const action = new Float32Array(TURNING_ACTION_SIZE)

export function go(hand: TurningHand, move: Move, steps: number): void {
  for (let i = 0; i < steps; i++) hand.move(moveAction(move, hand, action))
}

/** Grasps at a place and lifts to above the table's middle. */
export function grasp({ hand }: TurningBench, [x, y]: readonly [number, number], facing: Quat): void {
  go(hand, { to: [x, y, 0.1], facing, grip: OPEN }, 100)
  go(hand, { to: [x, y, 0.026], facing, grip: OPEN }, 50)
  go(hand, { to: [x, y, 0.026], facing, grip: CLOSE }, 40)
  go(hand, { to: [0, 0.6, 0.25], facing, grip: CLOSE }, 120)
}

/** Where the object is, seen from the hand. */
export function seenFromHand({ world, hand }: TurningBench): Vec3 {
  const object = world.position(world.index('object'), [0, 0, 0])
  return turned(inverse(hand.rotation), minus(object, hand.tcp))
}
