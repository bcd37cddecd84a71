// Percentile bootstrap: an interval for any statistic of independent values. Randomness is handed in.

import type { RandomStream } from '../../sim/random.ts'
import { quantile } from './quantile.ts'
import type { Interval } from './wilson.ts'

export interface BootstrapOptions {
  readonly random: RandomStream
  /** Default 2000. */
  readonly resamples?: number
  /** Share of resamples inside the interval. Default 0.95. */
  readonly level?: number
}

/** @source Efron 1979 */
export function bootstrapInterval(
  values: readonly number[],
  statistic: (sample: readonly number[]) => number,
  { random, resamples = 2000, level = 0.95 }: BootstrapOptions,
): Interval {
  if (values.length === 0) throw new RangeError('a bootstrap interval needs at least one value')
  const statistics = Array.from({ length: resamples }, () =>
    statistic(values.map(() => values[random.integer(values.length)]!)),
  )
  const tail = (1 - level) / 2
  return [quantile(statistics, tail), quantile(statistics, 1 - tail)]
}
