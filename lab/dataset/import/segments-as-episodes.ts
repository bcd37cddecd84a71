// Segments that were compared, each as an episode of its own, and the answers as rapref gives them.

import type { Preference } from '../../../rewards/preference/preference.ts'
import { UserError } from '../../errors/user-error.ts'
import type { About } from '../formats/about.ts'
import type { ReadEpisodes } from '../formats/format.ts'
import { noSuccess } from '../formats/named-episode.ts'
import type { DecodedPairs, Side } from '../formats/preferences/layout.ts'
import type { PairSegment } from '../formats/preferences/pairs.ts'
import type { OfflineEpisode } from '../offline-dataset.ts'

/** `by` and `at` where the file says who answered, and when. */
export type AnswerAbout = Pick<Preference, 'first' | 'second' | 'answer'> & Partial<Pick<Preference, 'by' | 'at'>>

type Read = ReadEpisodes & { readonly answers: readonly AnswerAbout[] }

/** @param told who answered, and when, pair by pair; empty where the file does not say */
export function segmentsAsEpisodes(path: string, decoded: DecodedPairs, told: About['answers']): Read {
  const { observationSize, actionSize, pairs, length } = decoded
  if (told.length > 0 && told.length !== pairs.length) {
    throw new UserError(`${path} holds ${pairs.length} pairs, expected the ${told.length} whose answers it names`)
  }
  const whole = pairs[0]!.first.observations.length > length * observationSize
  const steps = whole ? length : length - 1
  if (steps === 0) throw new UserError(`${path}: segments are one step long, expected at least two`)
  const episode = (segment: PairSegment, side: Side, pair: number): OfflineEpisode => ({
    ...{ id: idOf(pair, side), part: 'segments', seed: undefined, hash: undefined, steps },
    observations: segment.observations,
    actions: segment.actions.subarray(0, steps * actionSize),
    rewards: segment.rewards.subarray(0, steps),
    terms: new Float32Array(),
    success: new Uint8Array(steps),
    ending: 'time-limit',
  })
  const ref = (side: Side, pair: number) => ({ episode: idOf(pair, side), start: 0, length: steps })
  return {
    ...{ observationSize, actionSize, termNames: [] },
    episodes: pairs.flatMap(({ first, second }, pair) => [
      episode(first, 'first', pair),
      episode(second, 'second', pair),
    ]),
    answers: pairs.map(({ answer }, pair) => {
      return { first: ref('first', pair), second: ref('second', pair), answer, ...told[pair] }
    }),
    notes: [
      ...decoded.notes,
      noSuccess,
      ...(whole ? [] : ['it does not say what the last step of each segment led to; that step is left out']),
    ],
  }
}

function idOf(pair: number, side: Side): string {
  return `pair-${pair}-${side}`
}
