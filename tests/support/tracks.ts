// Segments of a made-up task: a hand carries an object some way, and how far is how good it is.

import type { SegmentTrack } from '../../rewards/alignment/track.ts'
import { CHANNELS } from '../../rewards/alignment/track.ts'
import type { RandomStream } from '../../sim/random.ts'

export interface ReachTask {
  /** Where good segments take the object, metres. */
  readonly goal: readonly [number, number, number]
  /** Deviation of each position from the straight way, metres. */
  readonly noise: number
}

/** @param quality from 0 to 1: the share of the way that is covered */
export function reachTrack(
  { goal, noise }: ReachTask,
  quality: number,
  random: RandomStream,
  name: string,
): SegmentTrack {
  const length = 8
  const shaken = () => noise * random.normal()
  const origin = new Float64Array(CHANNELS)
  const states = new Float64Array((length + 1) * CHANNELS)
  for (let step = 0; step <= length; step++) {
    const way = goal.map((axis) => axis * quality * (step / length))
    states.set([...way.map((at) => at + shaken()), ...way.map((at) => at + shaken()), quality], step * CHANNELS)
  }
  return { ref: { episode: name, start: 0, length }, states, origin }
}
