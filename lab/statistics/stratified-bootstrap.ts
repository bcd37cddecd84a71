// Intervals for statistics of several runs on several tasks: runs are drawn again within each task, tasks stay.

import type { RandomStream } from '../../sim/random.ts'
import type { BootstrapOptions } from './bootstrap.ts'
import type { Strata } from './strata.ts'
import type { Interval } from './wilson.ts'

/**
 * Percentile intervals, one for each number that `statistic` answers. Several samples, such as two algorithms, are drawn
 * independently of one another. What `statistic` is given is overwritten by the next draw.
 *
 * @source Agarwal et al. 2021, section 4.1; Efron 1979
 */
export function stratifiedIntervals<T>(
  samples: readonly Strata<T>[],
  statistic: (samples: readonly Strata<T>[]) => readonly number[],
  { random, resamples = 2000, level = 0.95 }: BootstrapOptions,
): Interval[] {
  refuseEmpty(samples)
  const drawn = samples.map((strata) => strata.map((runs) => [...runs]))
  const results: Float64Array[] = []
  for (let i = 0; i < resamples; i++) {
    for (const [sample, strata] of samples.entries()) draw(strata, drawn[sample]!, random)
    for (const [at, value] of statistic(drawn).entries()) {
      results[at] ??= new Float64Array(resamples)
      results[at][i] = value
    }
  }
  return results.map((values) => centralInterval(values, level))
}

function draw<T>(from: Strata<T>, to: T[][], random: RandomStream): void {
  for (const [task, runs] of from.entries()) {
    const target = to[task]!
    for (let run = 0; run < runs.length; run++) target[run] = runs[random.integer(runs.length)]!
  }
}

/** The middle `level` of all values, ends as quantiles of type 7. Sorts them in place. */
function centralInterval(values: Float64Array, level: number): Interval {
  values.sort()
  const at = (share: number) => {
    const place = share * (values.length - 1)
    const below = Math.floor(place)
    const low = values[below]!
    const high = values[Math.min(below + 1, values.length - 1)]!
    return low === high ? low : low + (place - below) * (high - low)
  }
  return [at((1 - level) / 2), at((1 + level) / 2)]
}

function refuseEmpty(samples: readonly Strata<unknown>[]): void {
  for (const strata of samples) {
    const empty = strata.findIndex((runs) => runs.length === 0)
    if (strata.length === 0) throw new RangeError('a stratified bootstrap needs at least one task')
    if (empty >= 0) throw new RangeError(`task ${empty + 1} has no runs; a stratified bootstrap needs at least one`)
  }
}
