// Every drawn pair is as good as another.

import type { Query } from './query.ts'

export const uniform: Query = {
  id: 'uniform',
  source: 'Christiano et al. 2017; the choice of QPA (Hu et al. 2024)',
  candidatesPerPair: 1,
  needsProbabilities: false,
  choose: ({ count }, wanted) => Array.from({ length: Math.min(wanted, count) }, (_, index) => index),
}
