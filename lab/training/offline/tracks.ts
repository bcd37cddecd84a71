// Where an observation of a suite holds hand, gripper and object: what alignment reads of segments.

import { type SegmentTrack, type TrackLayout, trackOf } from '../../../rewards/alignment/track.ts'
import type { SegmentRef } from '../../../rewards/preference/preference.ts'
import type { OfflineDataset } from '../../dataset/offline-dataset.ts'
import { UserError } from '../../errors/user-error.ts'

/** By the numbers of an observation. */
const layouts: Readonly<Record<number, TrackLayout>> = {
  /** Meta-World. */
  39: { hand: 0, opening: 3, object: 4 },
}

/** @throws UserError where nobody said where things are in this task's observations */
export function tracksOf(
  { task, observationSize, episodes }: OfflineDataset,
  refs: readonly SegmentRef[],
): SegmentTrack[] {
  const layout = layouts[observationSize]
  if (!layout) {
    throw new UserError(
      `labels cannot be transferred from or to ${task}: it shows ${observationSize} numbers, and where hand and object ` +
        `are is known of observations of ${Object.keys(layouts).join(' or ')}`,
    )
  }
  const byId = new Map(episodes.map((episode) => [episode.id, episode]))
  return refs.map((ref) => trackOf(ref, { observations: byId.get(ref.episode)!.observations, observationSize }, layout))
}
