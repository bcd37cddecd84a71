// Inverse kinematics by damped least squares; the spare degree of freedom is drawn home inside the null space. It iterates
// until the posture settles, so that a pose has one posture, whatever the way that led to it.

import type { Vec3 } from '../scene.ts'
import { clamp, type MutableVec3, multiply, transform } from '../vector.ts'
import { solvePositiveDefinite } from './cholesky.ts'
import { armFrames } from './forward.ts'
import type { Frame, Robot } from './robot.ts'

const TASK = 6
const MOST_ITERATIONS = 200
/** Settled: metres plus radians of error, and radians that a joint still moves. */
const SETTLED = { error: 1e-5, motion: 1e-4 }
/** Share of the way home that the null space goes in one iteration. */
const HOMING = 0.3
/** Damping shrinks with the error: firm far away, where steps are large, exact near the target. */
const DAMPING = { least: 1e-6, perError: 0.02 }
/** Radians that a joint may move in one iteration. */
const STRIDE = 0.3

/**
 * Joint angles that bring the flange to a frame, within the limits; the nearest found where it cannot be reached.
 * @param start angles to begin with, [7]; the rest posture, or those of a nearby pose
 */
export function reach(robot: Robot, target: Frame, start: ArrayLike<number> = robot.home): Float64Array {
  const joints = Float64Array.from(start)
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const frames = armFrames(robot, joints)
    const error = errorOf(frames[frames.length - 1]!, target)
    const motion = improve(robot, joints, { columns: jacobian(frames), error })
    if (size(error) < SETTLED.error && motion < SETTLED.motion) break
  }
  return joints
}

interface Miss {
  /** The Jacobian: how the flange moves and turns with each joint, [7][6]. */
  readonly columns: readonly Float64Array[]
  /** From the flange to the target, [6]. */
  readonly error: Float64Array
}

/** One iteration in place; returns the farthest that a joint moved. */
function improve(robot: Robot, joints: Float64Array, { columns, error }: Miss): number {
  const home = Float64Array.from(joints, (angle, joint) => HOMING * (robot.home[joint]! - angle))
  const matrix = new Float64Array(TASK * TASK)
  const wanted = error.slice()
  const damping = DAMPING.least + DAMPING.perError * size(error)
  for (let row = 0; row < TASK; row++) {
    for (const [joint, column] of columns.entries()) wanted[row]! -= column[row]! * home[joint]!
    for (let other = 0; other <= row; other++) {
      let sum = row === other ? damping : 0
      for (const column of columns) sum += column[row]! * column[other]!
      matrix[row * TASK + other] = sum
    }
  }
  solvePositiveDefinite(matrix, wanted)

  let motion = 0
  for (const [joint, column] of columns.entries()) {
    let step = home[joint]!
    for (let row = 0; row < TASK; row++) step += column[row]! * wanted[row]!
    const { low, high } = robot.joints[joint]!
    const next = clamp(joints[joint]! + clamp(step, -STRIDE, STRIDE), low, high)
    motion = Math.max(motion, Math.abs(next - joints[joint]!))
    joints[joint] = next
  }
  return motion
}

/** How the flange moves (3) and turns (3) with each joint. */
function jacobian(frames: readonly Frame[]): Float64Array[] {
  const flange = frames[frames.length - 1]!.position
  return frames.slice(1, -1).map(({ position, rotation }) => {
    const axis: MutableVec3 = [0, 0, 0]
    transform([0, 0, 0], rotation, [0, 0, 1], axis)
    const arm: Vec3 = [flange[0] - position[0], flange[1] - position[1], flange[2] - position[2]]
    return Float64Array.of(
      axis[1] * arm[2] - axis[2] * arm[1],
      axis[2] * arm[0] - axis[0] * arm[2],
      axis[0] * arm[1] - axis[1] * arm[0],
      ...axis,
    )
  })
}

/** From `found` to `target`: metres (3) and a small rotation vector (3). */
function errorOf(found: Frame, target: Frame): Float64Array {
  const [x, y, z, w] = found.rotation
  const turn = multiply(target.rotation, [-x, -y, -z, w])
  // Both signs are the same rotation; take the short way round.
  const twice = turn[3] < 0 ? -2 : 2
  return Float64Array.of(
    target.position[0] - found.position[0],
    target.position[1] - found.position[1],
    target.position[2] - found.position[2],
    twice * turn[0],
    twice * turn[1],
    twice * turn[2],
  )
}

function size(error: Float64Array): number {
  return Math.hypot(...error)
}
