// A recording as a clip that the stage can draw, with every frame that was recorded. Pure.

import { CONTROL_STEP } from '../../../sim/control-step.ts'
import type { Recording } from '../../../sim/recording.ts'
import type { ClipFrame } from '../../protocol/frames.ts'
import { poseNumbers } from '../compare/sampling.ts'

/** @returns undefined where the recording has nothing to draw. */
export function recordedClip(recording: Recording, poses = recording.poses.values): ClipFrame | undefined {
  const { task, policy, seed, scene, options } = recording
  const frames = poses.length / (scene.bodies.length * poseNumbers)
  if (!(frames >= 1)) return undefined
  const success = recording.success.includes(1)
  return {
    run: 'recording',
    clip: { id: policy, task, checkpoint: policy, steps: 0, seed, success },
    interval: recording.poses.interval,
    frames,
    successAt: success ? endOfStep(recording, recording.success.indexOf(1)) : null,
    scene,
    robot: options.robot,
    poses,
  }
}

/** Seconds that one action lasts. */
export function secondsOfAction({ options }: Pick<Recording, 'options'>): number {
  return options.actionRepeat * CONTROL_STEP
}

/** When what an action led to is there to be seen. @param step counted from 0 */
export function endOfStep(recording: Pick<Recording, 'options'>, step: number): number {
  return (step + 1) * secondsOfAction(recording)
}

/** The action that is under way, counted from 0; before the first one ended, the first. */
export function stepAt(recording: Pick<Recording, 'options' | 'rewards'>, time: number): number {
  const step = Math.round(time / secondsOfAction(recording)) - 1
  return Math.min(recording.rewards.length - 1, Math.max(0, step))
}
