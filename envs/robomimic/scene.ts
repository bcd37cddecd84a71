// The scene of an episode: table, hand, what the task puts on it, and a marker where it has a goal.

import { handBodies } from '../../sim/hand/bodies.ts'
import type { Prop } from '../../sim/props/prop.ts'
import { table } from '../../sim/props/table.ts'
import type { RandomStream } from '../../sim/random.ts'
import type { Scene, Vec3 } from '../../sim/scene.ts'
import { multiply, QUARTER_TURN_Z } from '../../sim/vector.ts'
import type { Task } from './task.ts'
import { yawOf } from './turns.ts'

/** Where the hand's origin starts, with the fingers along x: as robosuite's Panda, ten centimetres before the table's middle. */
const HAND: Vec3 = [0, 0.5, 0.25]
export const HAND_TURN = QUARTER_TURN_Z
/** Standard deviations; robosuite's noise of 0.02 on each joint comes to about this. */
const NOISE = { travel: 0.01, turn: 0.02 }
const GOAL_RADIUS = 0.015

/** @param random what the hand's start is drawn from */
export function taskScene({ goal }: Task, props: readonly Prop[], random: RandomStream): Scene {
  const noise = () => NOISE.travel * random.normal()
  const hand: Vec3 = [HAND[0] + noise(), HAND[1] + noise(), HAND[2] + noise()]
  const turn = multiply(yawOf(NOISE.turn * random.normal()), HAND_TURN)
  const all = [table(), ...props]
  return {
    bodies: [...handBodies(hand, turn), ...all.flatMap((prop) => prop.bodies)],
    joints: all.flatMap((prop) => prop.joints),
    markers: goal ? [{ name: 'goal', position: goal, radius: GOAL_RADIUS, colour: '#2f9e63' }] : [],
  }
}
