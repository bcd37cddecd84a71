// The arm as numbers: Denavit-Hartenberg parameters (Craig's modified convention), limits and mounting.
// Proportions and limits are those of the Franka Panda; its lengths are multiplied so that the hand's whole workspace is
// within reach of a robot that stands behind the table: 1.28 m, as the Sawyer of Meta-World has.

import type { Quat, Vec3 } from '../scene.ts'

/** With less the far corners of the workspace are out of reach, with more the near edge is too close to fold to. */
export const SCALE = 1.5

/** One joint: from the frame before, turn by `alpha` about x, go `a` along x, turn by the joint about z, go `d` along z. */
export interface JointParameters {
  readonly a: number
  readonly alpha: number
  readonly d: number
  /** Radians. */
  readonly low: number
  readonly high: number
}

const QUARTER = Math.PI / 2

export const JOINTS: readonly JointParameters[] = [
  { a: 0, alpha: 0, d: SCALE * 0.333, low: -2.8973, high: 2.8973 },
  { a: 0, alpha: -QUARTER, d: 0, low: -1.7628, high: 1.7628 },
  { a: 0, alpha: QUARTER, d: SCALE * 0.316, low: -2.8973, high: 2.8973 },
  { a: SCALE * 0.0825, alpha: QUARTER, d: 0, low: -3.0718, high: -0.0698 },
  { a: SCALE * -0.0825, alpha: -QUARTER, d: SCALE * 0.384, low: -2.8973, high: 2.8973 },
  { a: 0, alpha: QUARTER, d: 0, low: -0.0175, high: 3.7525 },
  { a: SCALE * 0.088, alpha: QUARTER, d: 0, low: -2.8973, high: 2.8973 },
]

/** From the last joint's frame to the flange, along z. */
export const FLANGE_LENGTH = SCALE * 0.107

/** The posture that the spare degree of freedom is drawn to: elbow up, hand pointing down ahead. */
export const HOME: readonly number[] = [0, -0.3, 0, -2.2, 0, 2, QUARTER]

/** The robot stands 5 cm behind the origin, facing +y. */
export const BASE: { readonly position: Vec3; readonly rotation: Quat } = {
  position: [0, -0.05, 0],
  rotation: [0, 0, Math.SQRT1_2, Math.SQRT1_2],
}

/** The flange in the palm's frame: on top of the palm, its z pointing down. */
export const MOUNT: { readonly position: Vec3; readonly rotation: Quat } = {
  position: [0, 0, 0.044],
  rotation: [1, 0, 0, 0],
}
