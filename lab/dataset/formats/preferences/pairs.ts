// Answers about pairs of segments, with the numbers of the segments: what preference formats hold.

import { parseLog } from '../../../../rewards/preference/log-lines.ts'
import type { Answer, SegmentRef } from '../../../../rewards/preference/preference.ts'
import { UserError } from '../../../errors/user-error.ts'
import type { OfflineDataset, OfflineEpisode } from '../../offline-dataset.ts'

/** A window of an episode. */
export interface PairSegment {
  /** [length + 1, observation]; [length, observation] where nobody knows what its last action led to. */
  readonly observations: Float32Array
  /** [length, action] */
  readonly actions: Float32Array
  /** The task's own, [length]. */
  readonly rewards: Float32Array
  /** Row of its first step when all episodes lie end to end. */
  readonly row: number
}

export interface PreferencePair {
  readonly first: PairSegment
  readonly second: PairSegment
  readonly answer: Exclude<Answer, 'skip'>
  /** `person:<name>` or `teacher:<name>`, and when (ISO 8601). */
  readonly by: string
  readonly at: string
}

export interface PreferencePairs {
  readonly observationSize: number
  readonly actionSize: number
  /** Steps of every segment. */
  readonly length: number
  readonly pairs: readonly PreferencePair[]
}

/**
 * The answers of a log that stand, but for skipped ones, which no format can say.
 * @param bytes of labels.jsonl; @param name of it, for errors
 * @throws UserError where an answer is about something that the dataset does not hold
 */
export function pairsOf(dataset: OfflineDataset, bytes: Uint8Array, name: string): PreferencePairs {
  const answers = [...parseLog(bytes, name).answers.values()]
  const told = answers.filter((each) => each.answer !== 'skip')
  const length = told[0]?.first.length
  if (length === undefined) {
    throw new UserError(`${name} holds ${answers.length} answers, none of them a preference; expected at least one`)
  }
  const window = windowsOf(dataset, length, name)
  const pairs = told.map(({ id, first, second, answer, by, at }): PreferencePair => {
    return { first: window(first, id), second: window(second, id), answer: answer as PreferencePair['answer'], by, at }
  })
  return { observationSize: dataset.observationSize, actionSize: dataset.actionSize, length, pairs }
}

function windowsOf({ path, episodes, observationSize, actionSize }: OfflineDataset, length: number, name: string) {
  const rows = new Map<string, { readonly episode: OfflineEpisode; readonly row: number }>()
  let row = 0
  for (const episode of episodes) {
    rows.set(episode.id, { episode, row })
    row += episode.steps
  }
  return (ref: SegmentRef, answer: string): PairSegment => {
    const found = rows.get(ref.episode)
    if (found === undefined) {
      throw new UserError(`${name}: answer ${answer} is about episode ${ref.episode}, which ${path} does not hold`)
    }
    const { steps, observations, actions, rewards } = found.episode
    const [start, end] = [ref.start, ref.start + ref.length]
    if (ref.length !== length) {
      throw new UserError(
        `${name}: answer ${answer} is about ${ref.length} steps, the first one about ${length}; expected one length`,
      )
    }
    if (end > steps) {
      throw new UserError(
        `${name}: answer ${answer} is about step ${end} of episode ${ref.episode}, which has ${steps}`,
      )
    }
    return {
      observations: observations.subarray(start * observationSize, (end + 1) * observationSize),
      actions: actions.subarray(start * actionSize, end * actionSize),
      rewards: rewards.subarray(start, end),
      row: found.row + start,
    }
  }
}
