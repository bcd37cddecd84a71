// Poses between frames. Pure.

import type { ClipFrame } from '../../protocol/frames.ts'

/** Position x y z and quaternion x y z w. */
export const poseNumbers = 7

export function durationOf(clip: Pick<ClipFrame, 'frames' | 'interval'>): number {
  return (clip.frames - 1) * clip.interval
}

/**
 * Poses at a time, blended between the two nearest frames; before the first and after the last, those.
 * @param out shape [bodies, 7]
 */
export function samplePoses(
  clip: Pick<ClipFrame, 'frames' | 'interval' | 'poses'>,
  time: number,
  out: Float32Array,
): void {
  const { poses, frames, interval } = clip
  const place = Math.min(frames - 1, Math.max(0, time / interval))
  const nearest = Math.round(place)
  // On a frame the numbers are the recorded ones, untouched by blending.
  const onFrame = Math.abs(place - nearest) < 1e-6
  const frame = onFrame ? nearest : Math.floor(place)
  const a = frame * out.length
  out.set(poses.subarray(a, a + out.length))
  if (onFrame) return
  for (let at = 0; at < out.length; at += poseNumbers) blendPose(out, at, poses, a + out.length + at, place - frame)
}

/** Moves the pose at `to[at]` by `share` of the way towards the one at `poses[b]`. */
function blendPose(to: Float32Array, at: number, poses: Float32Array, b: number, share: number): void {
  for (let i = 0; i < 3; i++) to[at + i] = mix(to[at + i]!, poses[b + i]!, share)
  blendRotation(to, at + 3, poses, b + 3, share)
}

/** Normalised blend along the shorter way: between frames 1/30 s apart it is as good as a great circle. */
function blendRotation(to: Float32Array, at: number, poses: Float32Array, b: number, share: number): void {
  let dot = 0
  for (let i = 0; i < 4; i++) dot += to[at + i]! * poses[b + i]!
  const sign = dot < 0 ? -1 : 1
  for (let i = 0; i < 4; i++) to[at + i] = mix(to[at + i]!, sign * poses[b + i]!, share)
  const length = Math.hypot(to[at]!, to[at + 1]!, to[at + 2]!, to[at + 3]!)
  for (let i = 0; i < 4; i++) to[at + i]! /= length
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}
