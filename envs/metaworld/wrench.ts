// What the two tasks with the ring nut have in common: where its ring is, and how well its handle is held.

import { NUT_HALF_WIDTH, NUT_HANDLE } from '../../sim/props/nut.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { QUARTER_TURN_Z } from '../../sim/vector.ts'
import { CLOSE, type Move, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { type ObjectPose, pointOn, type Situation } from './situation.ts'
import { type Caging, uprightness } from './terms.ts'

/** The handle is long: within this distance along it the hand need not be nearer its middle. */
const ALONG = 0.01

/** The ring's middle, seen from the handle. */
export function ringOf(handle: ObjectPose): Vec3 {
  return pointOn(handle, [0, NUT_HANDLE[0], 0])
}

/** The handle as a thing to grasp, moved along its length to the hand where the hand is close. */
export function handleGrasp(now: Situation): Caging {
  const [x, y, z] = now.first.position
  const object: Vec3 = [Math.abs(x - now.tcp[0]) < ALONG ? now.tcp[0] : x, y, z]
  return graspOf(now, { objectRadius: 0.015, padReach: 0.05, xzReach: 0.01 }, object)
}

/** 1 when the nut lies flat with its handle towards +x. */
export function flatness({ first }: Situation): number {
  return uprightness(first.rotation, QUARTER_TURN_Z, 0.4)
}

/** Undefined once the handle is held. */
export function pickUpHandle({ tcp, opening, first }: Situation): Move | undefined {
  return pickUp(tcp, opening, { at: first.position, halfWidth: NUT_HALF_WIDTH })
}

/** Moves the held nut until its ring is at a place. */
export function carryRing({ tcp, first }: Situation, to: Vec3): Move {
  const ring = ringOf(first)
  return { to: [tcp[0] + to[0] - ring[0], tcp[1] + to[1] - ring[1], tcp[2] + to[2] - ring[2]], gain: 10, grip: CLOSE }
}
