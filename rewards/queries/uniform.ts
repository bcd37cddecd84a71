// Every drawn pair is as good as another.

import type { Query } from './query.ts'

export const uniform: Query = {
  id: 'uniform',
  source: 'Christiano et al. 2017',
  candidatesPerPair: 1,
  needs: [],
  choose: ({ count }, wanted) => Array.from({ length: Math.min(wanted, count) }, (_, index) => index),
}
