// What somebody who knows the true rewards would have answered: to measure people by, never to learn from.

import type { SegmentRef } from '../../rewards/preference/preference.ts'
import type { OracleAnswer } from '../../rewards/quality/oracle-agreement.ts'
import type { ShelvedEpisode } from './shelf.ts'

/** Prefers the larger sum of rewards. */
export function recordedOracle(episodes: readonly Pick<ShelvedEpisode, 'id' | 'rewards'>[]): OracleAnswer {
  const byId = new Map(episodes.map((episode) => [episode.id, episode]))
  const returnOf = ({ episode, start, length }: SegmentRef) =>
    byId
      .get(episode)
      ?.rewards.subarray(start, start + length)
      .reduce((sum, reward) => sum + reward, 0)
  return ({ first, second }) => {
    const [own, other] = [returnOf(first), returnOf(second)]
    if (own === undefined || other === undefined) return undefined
    if (own === other) return 'equal'
    return own > other ? 'first' : 'second'
  }
}
