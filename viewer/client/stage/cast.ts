// A clip on stage: its figure with the arm, and the poses that it was last put into.

import type { Object3D, Vector3 } from 'three'
import type { ClipFrame } from '../../protocol/frames.ts'
import { poseNumbers, samplePoses } from '../compare/sampling.ts'
import { type DrawnClip, withArm } from './arm-track.ts'
import { createFigure, type Figure } from './figure.ts'
import type { Workshop } from './workshop.ts'

export interface Cast {
  readonly clip: ClipFrame
  readonly figure: Figure
  /** @param time seconds from the clip's start */
  pose(time: number): void
  /** Where wrist cameras ride; undefined in a scene without a hand. */
  hand(): Vector3 | undefined
  /** Without those of the arm, which is drawn but not recorded. */
  readonly recorded: readonly Object3D[]
}

export function createCast(clip: ClipFrame, workshop: Workshop): Cast {
  const drawn: DrawnClip = withArm(clip)
  const figure = createFigure(drawn.scene, workshop)
  const poses = new Float32Array(drawn.scene.bodies.length * poseNumbers)
  return {
    clip,
    figure,
    pose(time) {
      samplePoses(drawn, time, poses)
      figure.pose(poses)
    },
    hand: () => figure.bodies[drawn.palm]?.position,
    recorded: figure.bodies.slice(0, clip.scene.bodies.length),
  }
}
