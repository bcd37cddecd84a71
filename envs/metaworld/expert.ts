// How scripted experts move: towards a place in proportion to the distance, as Meta-World's policies do.

import { FINGER, OPENING } from '../../sim/hand/constants.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { clamp, scaledDistance } from '../../sim/vector.ts'

export interface Move {
  /** Where the tcp is to go. */
  readonly to: Vec3
  /** Action per metre of distance, before clipping to [-1, 1]. */
  readonly gain: number
  /** Grip command in [-1, 1]; above 0 closes. */
  readonly grip: number
}

export const OPEN = -1
export const CLOSE = 1

/** The action of a move, written into `out`. */
export function moveAction({ to, gain, grip }: Move, tcp: Vec3, out: Float32Array): Float32Array {
  for (let axis = 0; axis < 3; axis++) out[axis] = clamp((to[axis]! - tcp[axis]!) * gain, -1, 1)
  out[3] = grip
  return out
}

export interface Pick {
  /** Where on the object the tcp closes. */
  readonly at: Vec3
  /** Half the object's width between the fingers. */
  readonly halfWidth: number
  /** How far above the object the tcp comes; 0.08 by default. */
  readonly hover?: number
  /** Grip command while closing; 1 by default. */
  readonly grip?: number
}

/** The phases until an object is held: over it, down to it, close around it. Undefined once the fingers hold it. */
export function pickUp(
  tcp: Vec3,
  opening: number,
  { at, halfWidth, hover = 0.08, grip = CLOSE }: Pick,
): Move | undefined {
  const [x, y, z] = at
  const above = tcp[2] - z > LEVEL
  if (above && scaledDistance(tcp, at, XY) > ALIGNED) return { to: [x, y, z + hover], gain: 10, grip: OPEN }
  if (above) return { to: at, gain: 10, grip: OPEN }
  if (opening > heldOpening(halfWidth)) return { to: at, gain: 10, grip }
  return undefined
}

/** Fingers closer than this, as a share of open, hold an object of that half width. */
export function heldOpening(halfWidth: number): number {
  return (halfWidth + FINGER.half[1]) / OPENING.open + HELD_SLACK
}

/** Height above a grasp that counts as there, and distance in the plane from which the tcp goes down. */
const LEVEL = 0.015
const ALIGNED = 0.02
const HELD_SLACK = 0.08
const XY: Vec3 = [1, 1, 0]
