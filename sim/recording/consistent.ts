// What has to fit together in a recording.

import type { Recording } from '../recording.ts'
import { RecordingFormatError } from './errors.ts'

const POSE_SIZE = 7

/** @throws RecordingFormatError naming the first part that does not fit the others. */
export function checkConsistent(recording: Recording): void {
  const { actionSize, hashes, terms, poses, scene } = recording
  const steps = recording.rewards.length
  expectCount('actions', recording.actions.length, steps * actionSize, `${steps} steps x ${actionSize}`)
  expectCount('success flags', recording.success.length, steps, `${steps} steps`)
  expectCount('terms', terms.values.length, steps * terms.names.length, `${steps} steps x ${terms.names.length}`)
  expectCount('hashes', hashes.values.length, Math.ceil(steps / hashes.every), `${steps} steps, one in ${hashes.every}`)
  const frame = POSE_SIZE * scene.bodies.length
  const frames = frame === 0 ? 0 : Math.floor(poses.values.length / frame)
  expectCount(
    'pose numbers',
    poses.values.length,
    frames * frame,
    `${frames} frames of ${scene.bodies.length} bodies x 7`,
  )
}

function expectCount(what: string, found: number, expected: number, why: string): void {
  if (found === expected) return
  throw new RecordingFormatError('inconsistent', `found ${found} ${what}, expected ${expected} (${why})`)
}
