// A clip with the arm of its robot: links that reach the palm in every frame. They are drawn, not recorded.

import { robots } from '../../../sim/arm/robots.ts'
import { withArm as armed } from '../../../sim/camera/armed.ts'
import { HAND_BODIES } from '../../../sim/hand/bodies.ts'
import type { Scene } from '../../../sim/scene.ts'
import type { ClipFrame } from '../../protocol/frames.ts'
import { poseNumbers } from '../compare/sampling.ts'

export interface DrawnClip {
  /** The recorded bodies first, then those of the arm. */
  readonly scene: Scene
  readonly frames: number
  readonly interval: number
  /** Shape [frames, bodies, 7]. */
  readonly poses: Float32Array
  /** Index of the palm; -1 in a scene without a hand, which gets no arm. */
  readonly palm: number
}

export function withArm({ scene, frames, interval, poses, robot }: ClipFrame): DrawnClip {
  const drawn = armed(scene, robots[robot])
  const [from, to] = [scene, drawn.scene].map(({ bodies }) => bodies.length * poseNumbers) as [number, number]
  const all = new Float32Array(frames * to)
  for (let frame = 0; frame < frames; frame++) {
    all.set(drawn.poses(poses.subarray(frame * from, (frame + 1) * from)), frame * to)
  }
  const palm = scene.bodies.findIndex((body) => body.name === HAND_BODIES.palm)
  return { scene: drawn.scene, frames, interval, poses: all, palm }
}
