// The view for those who name none: `relative` of what it can read, Meta-World's hand and objects; `raw` of all else.

import { raw } from './raw.ts'
import { OBSERVATION, relative } from './relative.ts'
import type { ObservationView } from './view.ts'

export const auto: ObservationView = {
  id: 'auto',
  size: (observationSize) => viewFor(observationSize).size(observationSize),
  apply: (observations, count, observationSize, out) =>
    viewFor(observationSize).apply(observations, count, observationSize, out),
  recipe: (observationSize) => viewFor(observationSize).recipe(observationSize),
}

function viewFor(observationSize: number): ObservationView {
  return observationSize === OBSERVATION ? relative : raw
}
