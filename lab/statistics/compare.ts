// A comparison of algorithms: the document of `rapref stats`, and what the report's tables are made of.

import { type RandomStream, randomStream } from '../../sim/random.ts'
import { type Aggregates, aggregates } from './aggregates.ts'
import { type PerformanceProfile, performanceProfile } from './performance-profile.ts'
import { type Improvement, improvement } from './probability-of-improvement.ts'
import type { Strata } from './strata.ts'

export interface Comparison {
  readonly algorithms: ReadonlyMap<string, ComparedAlgorithm>
  /** `improvements.get(x).get(y)`: that a run of x beats a run of y. */
  readonly improvements: ReadonlyMap<string, ReadonlyMap<string, Improvement>>
}

export interface ComparedAlgorithm extends Aggregates {
  /** Of all runs on all tasks. */
  readonly scores: number
  readonly tasks: number
  /** Where thresholds were asked for. */
  readonly profile?: PerformanceProfile
}

export interface CompareOptions {
  readonly seed: number
  readonly resamples: number
  /** Score beyond which the optimality gap counts nothing. Default 1. */
  readonly enough?: number
  /** Scores at which the profile is read. Default none. */
  readonly thresholds?: readonly number[]
}

/** Every number has random numbers of its own, so that one more algorithm does not change the intervals of the others. */
export function compare(tables: ReadonlyMap<string, Strata>, options: CompareOptions): Comparison {
  const { seed, resamples, enough = 1, thresholds = [] } = options
  const bootstrap = (name: string): { random: RandomStream; resamples: number } => ({
    random: randomStream(seed, name),
    resamples,
  })
  const algorithms = [...tables].map(([name, strata]): [string, ComparedAlgorithm] => [
    name,
    {
      scores: strata.reduce((sum, runs) => sum + runs.length, 0),
      tasks: strata.length,
      ...aggregates(strata, { enough, ...bootstrap(`aggregates/${name}`) }),
      ...(thresholds.length > 0 && {
        profile: performanceProfile(strata, thresholds, bootstrap(`profile/${name}`)),
      }),
    },
  ])
  const improvements = [...tables].map(([first, strata]) => {
    const others = [...tables].filter(([second]) => second !== first)
    return [
      first,
      new Map(
        others.map(([second, theirs]) => [
          second,
          improvement(strata, theirs, bootstrap(`improvement/${first}/${second}`)),
        ]),
      ),
    ] as const
  })
  return { algorithms: new Map(algorithms), improvements: new Map(improvements) }
}
