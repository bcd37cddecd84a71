// A robot as numbers and shapes: everything that drawing one needs, and nothing that physics reads. Each robot is a file
// beside this one; robots.ts lists them.

import type { Body, Quat, Vec3 } from '../scene.ts'

/** A place and a direction: of a link in the world, or of one frame in another. */
export interface Frame {
  readonly position: Vec3
  readonly rotation: Quat
}

/**
 * One joint in Craig's modified Denavit-Hartenberg convention: from the frame before, turn by `alpha` about x, go `a` along
 * x, turn by the joint about z, go `d` along z.
 */
export interface JointParameters {
  readonly a: number
  readonly alpha: number
  readonly d: number
  /** Radians. */
  readonly low: number
  readonly high: number
}

export interface Robot {
  /** Where it stands. */
  readonly base: Frame
  /** Seven, from the base to the wrist. */
  readonly joints: readonly JointParameters[]
  /** From the last joint's frame to the flange, along z. */
  readonly flangeLength: number
  /** Rest posture, which the spare degree of freedom is drawn to: elbow up, hand pointing down ahead; radians, [7]. */
  readonly home: readonly number[]
  /** Eight links to draw, `arm-0` (the base) to `arm-7` (the flange), each in the frame of its joint. */
  readonly bodies: readonly Body[]
}

/** The flange in the palm's frame: on top of the palm, its z pointing down. */
export const MOUNT: Frame = { position: [0, 0, 0.044], rotation: [1, 0, 0, 0] }

export const QUARTER = Math.PI / 2
