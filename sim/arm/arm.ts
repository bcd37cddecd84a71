// The drawn arm: follows the palm from frame to frame. Computed when something is drawn, never recorded.

import { armFrames, place } from './forward.ts'
import { reach } from './inverse.ts'
import { MOUNT, type Robot } from './robot.ts'
import { DEFAULT_ROBOT, robots } from './robots.ts'

const POSE_SIZE = 7

export class Arm {
  readonly #robot: Robot
  #joints: Float64Array | undefined

  constructor(robot: Robot = robots[DEFAULT_ROBOT]) {
    this.#robot = robot
  }

  /** Angles of the last posture, radians, [7]. */
  get joints(): Float64Array | undefined {
    return this.#joints
  }

  /**
   * Poses of the robot's bodies, shape [8, 7], with the flange on the palm. Starts from the last posture, so that
   * neighbouring frames cost little; the same poses in the same order give the same arm.
   * @param palm the palm's pose: position x y z, quaternion x y z w
   */
  follow(palm: ArrayLike<number>, out = new Float32Array(this.#robot.bodies.length * POSE_SIZE)): Float32Array {
    const [x, y, z, qx, qy, qz, qw] = Array.from(palm) as [number, number, number, number, number, number, number]
    const target = place({ position: [x, y, z], rotation: [qx, qy, qz, qw] }, MOUNT.position, MOUNT.rotation)
    this.#joints = reach(this.#robot, target, this.#joints)
    const frames = armFrames(this.#robot, this.#joints)
    for (let link = 0; link < this.#robot.bodies.length; link++) {
      const { position, rotation } = frames[link]!
      out.set([...position, ...rotation], link * POSE_SIZE)
    }
    return out
  }
}
