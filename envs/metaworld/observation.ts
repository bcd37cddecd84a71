// Meta-World's observation, 39 numbers: hand 0-2, opening 3, first object's position 4-6 and quaternion 7-10, second object's
// 11-13 and 14-17, the same 18 numbers of the previous step 18-35, goal 36-38. Quaternions are x, y, z, w in every task.

import { TCP_DROP } from '../../sim/hand/constants.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { clamp } from '../../sim/vector.ts'
import type { BoxSpace } from '../contract.ts'
import { boxSpace } from '../spaces.ts'
import type { ObjectPose, Situation } from './situation.ts'

const FRAME = 18
const GOAL = 2 * FRAME
export const OBSERVATION_SIZE = GOAL + 3

const HAND_LOW: Vec3 = [-0.525, 0.348, -0.0525]
const HAND_HIGH: Vec3 = [0.525, 1.025, 0.7]
const OPENING_LOW = -1
const OPENING_HIGH = 1

/** Objects are unbounded; the goal lies in the task's goal box. */
export function observationSpace(goals: { readonly low: Vec3; readonly high: Vec3 }): BoxSpace {
  const objects = Array<number>(FRAME - 4).fill(Number.POSITIVE_INFINITY)
  const low = [...HAND_LOW, OPENING_LOW, ...objects.map((bound) => -bound)]
  const high = [...HAND_HIGH, OPENING_HIGH, ...objects]
  return boxSpace([...low, ...low, ...goals.low], [...high, ...high, ...goals.high])
}

/** Writes the first observation of an episode: the previous frame is a copy of the present one. */
export function observeStart(situation: Situation, out: Float32Array): void {
  writeFrame(situation, out)
  out.copyWithin(FRAME, 0, FRAME)
  out.set(situation.goal, GOAL)
}

/** Writes the next observation; what `out` held as the present frame becomes the previous one. */
export function observeNext(situation: Situation, out: Float32Array): void {
  out.copyWithin(FRAME, 0, FRAME)
  writeFrame(situation, out)
}

function writeFrame({ tcp, opening, first, second }: Situation, out: Float32Array): void {
  out[0] = clamp(tcp[0], HAND_LOW[0], HAND_HIGH[0])
  out[1] = clamp(tcp[1], HAND_LOW[1], HAND_HIGH[1])
  out[2] = clamp(tcp[2] + TCP_DROP, HAND_LOW[2], HAND_HIGH[2])
  out[3] = clamp(opening, OPENING_LOW, OPENING_HIGH)
  writeObject(first, out, 4)
  writeObject(second, out, 11)
}

function writeObject({ position, rotation }: ObjectPose, out: Float32Array, at: number): void {
  out[at] = position[0]
  out[at + 1] = position[1]
  out[at + 2] = position[2]
  out[at + 3] = rotation[0]
  out[at + 4] = rotation[1]
  out[at + 5] = rotation[2]
  out[at + 6] = rotation[3]
}
