// What alignment reads of a segment: where hand and object were and how far the gripper was open. Nothing of it is the
// reward of a task, and nothing of it needs two tasks to have the same state space.

import type { SegmentRef } from '../preference/preference.ts'
import { AlignmentError } from './errors.ts'

/** Where things begin in an observation. */
export interface TrackLayout {
  /** Position of the hand, three numbers. */
  readonly hand: number
  /** How far the gripper is open, one number. */
  readonly opening: number
  /** Position of the object that matters, three numbers. */
  readonly object: number
}

export interface SegmentTrack {
  readonly ref: SegmentRef
  /** At the start and after each decision, [length + 1, CHANNELS]: hand, object, opening. */
  readonly states: Float64Array
  /** The same when the episode began, [CHANNELS]. */
  readonly origin: Float64Array
}

export const CHANNELS = 7
export const HAND = 0
export const OBJECT = 3
export const OPENING = 6

export interface TrackedEpisode {
  /** [steps + 1, observationSize] */
  readonly observations: Float32Array
  readonly observationSize: number
}

/** @throws AlignmentError naming the decision at which a number is none */
export function trackOf(ref: SegmentRef, episode: TrackedEpisode, layout: TrackLayout): SegmentTrack {
  const states = new Float64Array((ref.length + 1) * CHANNELS)
  for (let at = 0; at <= ref.length; at++) states.set(channelsAt(ref.start + at, episode, layout), at * CHANNELS)
  const track = { ref, states, origin: channelsAt(0, episode, layout) }
  const broken = states.findIndex((value) => !Number.isFinite(value))
  if (broken < 0 && track.origin.every(Number.isFinite)) return track
  const decision = broken < 0 ? 0 : ref.start + Math.floor(broken / CHANNELS)
  throw new AlignmentError(
    `episode '${ref.episode}' holds ${states[broken] ?? Number.NaN} at decision ${decision}; leave it out of the data`,
  )
}

function channelsAt(
  step: number,
  { observations, observationSize }: TrackedEpisode,
  layout: TrackLayout,
): Float64Array {
  const at = step * observationSize
  const place = (thing: number) => [0, 1, 2].map((axis) => observations[at + thing + axis]!)
  return Float64Array.from([...place(layout.hand), ...place(layout.object), observations[at + layout.opening]!])
}
