// How scripted experts move a hand whose wrist turns: towards a place and a direction, in proportion to what is missing.

import { FINGER, OPENING } from '../../sim/hand/constants.ts'
import { spinTowards } from '../../sim/hand/spin.ts'
import type { Quat, Vec3 } from '../../sim/scene.ts'
import { clamp, distance, scaledDistance } from '../../sim/vector.ts'
import type { HandPose } from './situation.ts'
import { between } from './turns.ts'

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

export interface Pick {
  /** Where on the object the tcp closes. */
  readonly at: Vec3
  /** How the hand is turned to do so. */
  readonly facing: Quat
  /** Half the object's width between the fingers. */
  readonly halfWidth: number
}

/** The phases until an object is held: over it, down to it, close around it. Undefined once the fingers hold it. */
export function pickUp({ tcp, rotation, opening }: HandPose, { at, facing, halfWidth }: Pick): Move | undefined {
  const [x, y, z] = at
  const width = (opening * OPENING.open - FINGER.half[1]) / halfWidth
  if (distance(tcp, at) < NEAR && width > HELD.least && width < HELD.most) return undefined
  const low: Vec3 = [x, y, Math.max(z, LOWEST)]
  const above = tcp[2] - low[2] > LEVEL
  const aligned = scaledDistance(tcp, at, XY) < ALIGNED.place && between(rotation, facing) > ALIGNED.turn
  if (above && !aligned) return { to: [x, y, z + HOVER], facing, grip: OPEN }
  if (above) return { to: low, facing, grip: OPEN }
  return { to: low, facing, grip: CLOSE }
}

/** Fingers this close to an object hold it when their distance is that share of its width. */
const NEAR = 0.025
const HELD = { least: 0.8, most: 1.1 }

/** Height above the object from which the hand comes down, and above its place from which the fingers close, metres. */
const HOVER = 0.07
const LEVEL = 0.006
/** Height of the tcp at which the fingertips are just above the table. */
const LOWEST = 0.0262
/** How well the hand stands over an object before it goes down: metres, and the cosine of half of 0.1 radians. */
const ALIGNED = { place: 0.006, turn: 0.9987 }
const XY: Vec3 = [1, 1, 0]
