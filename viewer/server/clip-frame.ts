// From a recording to what the page draws: its pose track thinned to about 30 frames a second.

import { CONTROL_STEP } from '../../sim/control-step.ts'
import type { Recording } from '../../sim/recording.ts'
import type { ClipFrame } from '../protocol/frames.ts'
import type { ClipSummary } from '../protocol/run.ts'

const poseNumbers = 7
/** The page interpolates, so more frames than this are only weight on the wire. */
const framesPerSecond = 30

/** @returns undefined where the recording has nothing to draw. */
export function clipFrame(run: string, clip: ClipSummary, recording: Recording): ClipFrame | undefined {
  const { interval, values } = recording.poses
  if (values.length === 0) return undefined
  const stride = strideOf(interval)
  const bodies = recording.scene.bodies.length
  const frames = Math.ceil(values.length / (bodies * poseNumbers * stride))
  return {
    run,
    clip,
    interval: interval * stride,
    frames,
    successAt: successAt(recording),
    scene: recording.scene,
    robot: recording.options.robot,
    poses: everyNth(values, { stride, size: bodies * poseNumbers, frames }),
  }
}

/** Every how many frames of a pose track one is sent. Frames are picked, not blended: what is drawn did happen. */
export function strideOf(interval: number): number {
  return Math.max(1, Math.round(1 / (framesPerSecond * interval)))
}

function everyNth(values: Float32Array, of: { stride: number; size: number; frames: number }): Float32Array {
  const picked = new Float32Array(of.frames * of.size)
  for (let frame = 0; frame < of.frames; frame++) {
    const start = frame * of.stride * of.size
    picked.set(values.subarray(start, start + of.size), frame * of.size)
  }
  return picked
}

/** The success of step i is known when the step is over. */
function successAt({ success, options }: Recording): number | null {
  const step = success.indexOf(1)
  return step < 0 ? null : (step + 1) * options.actionRepeat * CONTROL_STEP
}
