// What the policy does now, and nothing else: any pair of its last ten episodes.

import type { Query } from './query.ts'
import { uniform } from './uniform.ts'

export const newest: Query = {
  ...uniform,
  id: 'newest',
  source: 'Hu et al. 2024 (QPA), ten episodes as in their code',
  newestEpisodes: 10,
}
