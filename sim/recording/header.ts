// The part of a recording that is written as JSON.

import type { Recording } from '../recording.ts'
import type { Scene } from '../scene.ts'
import { RecordingFormatError } from './errors.ts'

export interface RecordingHeader {
  readonly task: string
  readonly engine: string
  readonly seed: number
  readonly options: Recording['options']
  readonly policy: string
  readonly actionSize: number
  readonly hashes: Recording['hashes']
  readonly termNames: readonly string[]
  readonly poseInterval: number
  readonly scene: Scene
  /** Numbers in each array. */
  readonly lengths: {
    readonly actions: number
    readonly rewards: number
    readonly terms: number
    readonly success: number
    readonly poses: number
  }
}

export function headerOf(recording: Recording): RecordingHeader {
  const { task, engine, seed, options, policy, actionSize, hashes, terms, scene, poses } = recording
  const lengths = {
    actions: recording.actions.length,
    rewards: recording.rewards.length,
    terms: terms.values.length,
    success: recording.success.length,
    poses: poses.values.length,
  }
  const shared = { task, engine, seed, options, policy, actionSize, hashes, scene, lengths }
  return { ...shared, termNames: terms.names, poseInterval: poses.interval }
}

/** JSON text with every number as it was: what JSON would turn into null is refused. */
export function stringifyHeader(header: RecordingHeader): string {
  return JSON.stringify(header, (key, value: unknown) => {
    if (typeof value !== 'number' || Number.isFinite(value)) return value
    throw new RecordingFormatError('inconsistent', `${key} is ${value}, expected a finite number`)
  })
}
