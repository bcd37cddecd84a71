// Forward kinematics: where the frames are for given joint angles. For drawing only: sines differ between engines in the
// last bit, so nothing here may reach a recording.

import type { Quat, Vec3 } from '../scene.ts'
import { multiply, transformed } from '../vector.ts'
import type { Frame, Robot } from './robot.ts'

/** Frames of the base, the seven joints and the flange, in the world. */
export function armFrames(robot: Robot, joints: ArrayLike<number>): Frame[] {
  const frames: Frame[] = [robot.base]
  for (const [index, { a, alpha, d }] of robot.joints.entries()) {
    const tilt: Quat = [Math.sin(alpha / 2), 0, 0, Math.cos(alpha / 2)]
    const angle = joints[index]!
    const turn: Quat = [0, 0, Math.sin(angle / 2), Math.cos(angle / 2)]
    frames.push(place(frames[index]!, [a, -Math.sin(alpha) * d, Math.cos(alpha) * d], multiply(tilt, turn)))
  }
  frames.push(place(frames[robot.joints.length]!, [0, 0, robot.flangeLength], [0, 0, 0, 1]))
  return frames
}

/** A frame given in the coordinates of another. */
export function place(frame: Frame, offset: Vec3, rotation: Quat): Frame {
  return {
    position: transformed(frame.position, frame.rotation, offset),
    rotation: multiply(frame.rotation, rotation),
  }
}
