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
  /** Height above the place from which the fingers close; 0.015 by default, less for what is round. */
  readonly level?: number
  /** Grip command while closing; 1 by default. */
  readonly grip?: number
}

/** The phases until an object is held: over it, down to it, close around it. Undefined once the fingers hold it. */
export function pickUp(tcp: Vec3, opening: number, pick: Pick): Move | undefined {
  const { at, halfWidth, hover = 0.08, level = 0.015, grip = CLOSE } = pick
  const [x, y, z] = at
  const above = tcp[2] - z > level
  const aligned = Math.min(ALIGNED, OPENING.open - FINGER.half[1] - halfWidth)
  if (above && scaledDistance(tcp, at, XY) > aligned) return { to: [x, y, z + hover], gain: 10, grip: OPEN }
  if (above) return { to: at, gain: 10, grip: OPEN }
  if (opening > heldOpening(halfWidth)) return { to: at, gain: 10, grip }
  return undefined
}

/** Fingers closer than this, as a share of open, hold an object of that half width. */
export function heldOpening(halfWidth: number): number {
  return Math.min((halfWidth + FINGER.half[1]) / OPENING.open + HELD_SLACK, WIDEST)
}

/** Greatest distance in the plane from which the tcp goes down, where the fingers' clearance allows it. */
const ALIGNED = 0.02
const HELD_SLACK = 0.03
const WIDEST = 0.95
const XY: Vec3 = [1, 1, 0]
