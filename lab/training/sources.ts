// Where the pairs of a session come from, and how they are chosen.

import { type QueryName, queries } from '../../rewards/queries/queries.ts'
import type { Query } from '../../rewards/queries/query.ts'
import type { EpisodeSource } from '../../rewards/segments/draw.ts'
import type { PreferenceLaboratory } from './laboratory.ts'

export function queryOf({ config, counters, design }: PreferenceLaboratory): Query {
  if (design.newestEpisodes !== undefined) return { ...queries.newest, newestEpisodes: design.newestEpisodes }
  // The first session knows nothing yet to choose by.
  return counters.sessions === 0 ? queries.uniform : queries[config.query as QueryName]
}

/** The policy's newest episodes, and beside them what the policy would not show, where the query does not mind. */
export function sourcesOf({ config, preferences }: PreferenceLaboratory, query: Query): readonly EpisodeSource[] {
  const { recent, history, expert } = config.session
  // Until the policy has acted, there is what was tried at random.
  const acted = preferences.episodes.episodes().some(({ gatheredBy }) => gatheredBy === 'policy')
  if (!acted && (history === 0 || query.newestEpisodes !== undefined)) return [{ weight: 1 }]
  if (query.newestEpisodes !== undefined) return [{ gatheredBy: 'policy', newest: query.newestEpisodes, weight: 1 }]
  return [
    { gatheredBy: 'policy', newest: recent, weight: 1 - history - expert },
    { weight: history },
    { gatheredBy: 'expert', weight: expert },
  ]
}
