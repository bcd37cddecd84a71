// A window of a recording as a page shows it to somebody who judges: nothing tells who acted, or whether it succeeded.

import type { SegmentRef } from '../../rewards/preference/preference.ts'
import { CONTROL_STEP } from '../../sim/control-step.ts'
import type { Recording } from '../../sim/recording.ts'
import type { ClipFrame } from '../protocol/frames.ts'
import { clipFrame } from './clip-frame.ts'
import { labelAddress } from './label-address.ts'

export interface SegmentFrameOptions {
  readonly question: string
  readonly member: number
  readonly segment: SegmentRef
  readonly recording: Recording
}

/** @returns undefined where the recording has nothing to draw there. */
export function segmentFrame({ question, member, segment, recording }: SegmentFrameOptions): ClipFrame | undefined {
  const { run, clip } = labelAddress(question, member)
  const { task, seed, success, poses } = recording
  const summary = { id: clip, task, checkpoint: '', steps: 0, seed, success: false }
  return clipFrame(run, summary, {
    ...recording,
    success: new Uint8Array(success.length),
    poses: { interval: poses.interval, values: windowOf(recording, segment) },
  })
}

/** What a number of decisions of this recording lasts. */
export function secondsOf(length: number, { options }: Pick<Recording, 'options'>): number {
  return length * options.actionRepeat * CONTROL_STEP
}

/** Frame 0 of a pose track is the state before the first decision, so a window has one state more than decisions. */
function windowOf(recording: Recording, { start, length }: SegmentRef): Float32Array {
  const { interval, values } = recording.poses
  const size = recording.scene.bodies.length * 7
  const frameAt = (step: number) => Math.round(secondsOf(step, recording) / interval)
  return values.subarray(frameAt(start) * size, (frameAt(start + length) + 1) * size)
}
