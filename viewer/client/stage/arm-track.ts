// Adds the drawn arm to a clip: links that reach the palm in every frame. They are drawn, not recorded.

import { Arm } from '../../../sim/arm/arm.ts'
import { DEFAULT_ROBOT, robots } from '../../../sim/arm/robots.ts'
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

export function withArm({ scene, frames, interval, poses }: ClipFrame): DrawnClip {
  const { bodies: armBodies } = robots[DEFAULT_ROBOT]
  const palm = scene.bodies.findIndex((body) => body.name === HAND_BODIES.palm)
  if (palm < 0) return { scene, frames, interval, poses, palm }
  const recorded = scene.bodies.length * poseNumbers
  const drawn = recorded + armBodies.length * poseNumbers
  const all = new Float32Array(frames * drawn)
  const arm = new Arm()
  for (let frame = 0; frame < frames; frame++) {
    const from = frame * recorded
    const to = frame * drawn
    all.set(poses.subarray(from, from + recorded), to)
    const palmPose = poses.subarray(from + palm * poseNumbers, from + (palm + 1) * poseNumbers)
    arm.follow(palmPose, all.subarray(to + recorded, to + drawn))
  }
  return { scene: { ...scene, bodies: [...scene.bodies, ...armBodies] }, frames, interval, poses: all, palm }
}
