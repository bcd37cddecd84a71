// The observation itself.

import type { ObservationView } from './view.ts'

export const raw: ObservationView = {
  id: 'raw',
  size: (observationSize) => observationSize,
  apply: (observations, count, observationSize, out) => out.set(observations.subarray(0, count * observationSize)),
  recipe: (observationSize) => ({
    observationSize,
    differences: Array.from({ length: observationSize }, (_, of) => ({ of, scale: 1 })),
    lengths: [],
  }),
}
