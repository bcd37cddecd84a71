// Segments that answers are about: from memory, or, where the episode is gone or was another process's, from its recording.

import { storedPart } from '../../../rewards/augment/crops.ts'
import type { SegmentRef } from '../../../rewards/preference/preference.ts'
import type { Segment } from '../../../rewards/segments/segment.ts'
import { episodeRows, rowSize } from '../rows.ts'
import type { PersonLaboratory } from './laboratory.ts'

/**
 * @param judged what the person saw; methods that cut it anew each time store more on both sides
 * @throws RerunError where the recording is missing or does not happen again
 */
export function segmentOf(lab: PersonLaboratory, judged: SegmentRef): Segment {
  const { episodes, rowSizes, reward } = lab.preferences
  const ref = storedPart(reward.plan, judged)
  if (episodes.has(ref.episode)) return episodes.segment(ref)
  const size = rowSize(rowSizes)
  return { ref, rows: recordedRows(lab, ref.episode).slice(ref.start * size, (ref.start + ref.length) * size) }
}

/** Inputs of the reward model of a whole episode, [steps, rowSize]. */
function recordedRows({ person, view, worlds, preferences }: PersonLaboratory, episode: string): Float32Array {
  const { recording, observations } = person.footage.again(episode)
  const count = recording.rewards.length + 1
  const seen = new Float32Array(count * view.size(worlds.observationSize))
  view.apply(observations, count, worlds.observationSize, seen)
  return episodeRows({ observations: seen, actions: recording.actions }, preferences.rowSizes)
}
