// How scripted experts move a hand whose wrist turns: towards a place and a direction, in proportion to what is missing.

import { spinTowards } from '../../sim/hand/spin.ts'
import type { Quat, Vec3 } from '../../sim/scene.ts'
import { clamp } from '../../sim/vector.ts'

export interface Move {
  /** Where the tcp is to go. */
  readonly to: Vec3
  /** How the hand is to be turned. */
  readonly facing: Quat
  /** Grip command in [-1, 1]; above 0 closes. */
  readonly grip: number
}

export const OPEN = -1
export const CLOSE = 1

/** Action per metre and per radian that is missing, before clipping to [-1, 1]. */
const GAIN = { travel: 20, turn: 2 }

/** The action of a move, written into `out`. */
export function moveAction(
  { to, facing, grip }: Move,
  hand: { readonly tcp: Vec3; readonly rotation: Quat },
  out: Float32Array,
): Float32Array {
  const missing = spinTowards(hand.rotation, nearer(facing, hand.rotation), 1)
  for (let axis = 0; axis < 3; axis++) {
    out[axis] = clamp((to[axis]! - hand.tcp[axis]!) * GAIN.travel, -1, 1)
    out[3 + axis] = clamp(missing[axis]! * GAIN.turn, -1, 1)
  }
  out[6] = grip
  return out
}

/** Of the two quaternions of a rotation, the one that another is nearer to. */
function nearer(rotation: Quat, other: Quat): Quat {
  const [x, y, z, w] = rotation
  const along = x * other[0] + y * other[1] + z * other[2] + w * other[3]
  return along < 0 ? [-x, -y, -z, -w] : rotation
}
