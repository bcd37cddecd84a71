// How many steps and labels it took to learn, runs that did not learn counted as censored.

import { type ArrivalSummary, arrival, summariseArrivals } from '../../statistics/time-to-threshold.ts'
import { bootstrapFor } from './bootstrap-for.ts'
import { cellOf, type Study } from './study.ts'

/** Success on the way that counts as having learned, in the table of how long it took. */
export const LEARNED = 0.9

export interface Arrivals {
  readonly condition: string
  readonly steps: ArrivalSummary
  readonly labels: ArrivalSummary
}

/** None for a condition without a finished run. */
export function arrivalsOf(study: Study, condition: string): Arrivals[] {
  const evaluated = study.tasks
    .flatMap((task) => cellOf(study, condition, task))
    .map(({ record }) => record.measured.evaluations)
    .filter((evaluations) => evaluations.length > 0)
  if (evaluated.length === 0) return []
  const by = (key: 'steps' | 'labels') =>
    summariseArrivals(
      evaluated.map((each) =>
        arrival(
          each.map((evaluation) => [evaluation[key], evaluation.success] as const),
          LEARNED,
        ),
      ),
      bootstrapFor(`arrival/${key}/${condition}`),
    )
  return [{ condition, steps: by('steps'), labels: by('labels') }]
}
