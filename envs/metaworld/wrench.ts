// What the two tasks with the ring nut have in common: where its ring is, and how experts pick up and carry it.

import { NUT_HALF_WIDTH, NUT_HANDLE } from '../../sim/props/nut.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { QUARTER_TURN_Z } from '../../sim/vector.ts'
import { CLOSE, type Move, pickUp } from './expert.ts'
import { type ObjectPose, pointOn, type Situation } from './situation.ts'
import { uprightness } from './terms.ts'

/** The handle is long: within this distance along it a hand counts as being at its middle. */
export const NUT_ALONG = 0.01

/** The ring's middle, seen from the handle. */
export function ringOf(handle: ObjectPose): Vec3 {
  return pointOn(handle, [0, NUT_HANDLE[0], 0])
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
