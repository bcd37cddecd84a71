// Forward kinematics: where the frames are for given joint angles. For drawing only: sines differ between engines in the
// last bit, so nothing here may reach a recording.

import type { Quat, Vec3 } from '../scene.ts'
import { type MutableVec3, multiply, transform } from '../vector.ts'
import { BASE, FLANGE_LENGTH, JOINTS } from './dh.ts'

export interface Frame {
  readonly position: Vec3
  readonly rotation: Quat
}

/** Frames of the base, the seven joints and the flange, in the world. */
export function armFrames(joints: ArrayLike<number>): Frame[] {
  const frames: Frame[] = [BASE]
  for (const [index, { a, alpha, d }] of JOINTS.entries()) {
    const tilt: Quat = [Math.sin(alpha / 2), 0, 0, Math.cos(alpha / 2)]
    const angle = joints[index]!
    const turn: Quat = [0, 0, Math.sin(angle / 2), Math.cos(angle / 2)]
    frames.push(place(frames[index]!, [a, -Math.sin(alpha) * d, Math.cos(alpha) * d], multiply(tilt, turn)))
  }
  frames.push(place(frames[JOINTS.length]!, [0, 0, FLANGE_LENGTH], [0, 0, 0, 1]))
  return frames
}

/** A frame given in the coordinates of another. */
export function place(frame: Frame, offset: Vec3, rotation: Quat): Frame {
  const position: MutableVec3 = [0, 0, 0]
  transform(frame.position, frame.rotation, offset, position)
  return { position, rotation: multiply(frame.rotation, rotation) }
}
