// A scene with the drawn arm behind its hand: links that reach the palm in every frame, computed, never recorded.

import { Arm } from '../arm/arm.ts'
import type { Robot } from '../arm/robot.ts'
import { DEFAULT_ROBOT, robots } from '../arm/robots.ts'
import { HAND_BODIES } from '../hand/bodies.ts'
import type { Scene } from '../scene.ts'

const POSE_SIZE = 7

export interface Armed {
  /** The scene's bodies first, then those of the arm. */
  readonly scene: Scene
  /** @param poses of the scene's own bodies, [bodies, 7]. @returns with those of the arm; overwritten by the next call */
  poses(poses: ArrayLike<number>): Float32Array
}

/** A scene without a hand gets no arm. */
export function withArm(scene: Scene, robot: Robot = robots[DEFAULT_ROBOT]): Armed {
  const palm = scene.bodies.findIndex(({ name }) => name === HAND_BODIES.palm)
  if (palm < 0) return { scene, poses: (poses) => Float32Array.from(poses) }
  const own = POSE_SIZE * scene.bodies.length
  const all = new Float32Array(own + POSE_SIZE * robot.bodies.length)
  const arm = new Arm(robot)
  return {
    scene: { ...scene, bodies: [...scene.bodies, ...robot.bodies] },
    poses(poses) {
      all.set(poses)
      arm.follow(all.subarray(POSE_SIZE * palm, POSE_SIZE * (palm + 1)), all.subarray(own))
      return all
    },
  }
}
