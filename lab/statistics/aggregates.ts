// The four numbers that say how well an algorithm does over runs and tasks, each with its interval.

import type { BootstrapOptions } from './bootstrap.ts'
import { interquartileMean } from './interquartile-mean.ts'
import { optimalityGap } from './optimality-gap.ts'
import { mean, median } from './quantile.ts'
import type { Strata } from './strata.ts'
import { stratifiedIntervals } from './stratified-bootstrap.ts'
import type { Interval } from './wilson.ts'

export interface Aggregates {
  readonly iqm: number
  readonly iqmInterval: Interval
  /** Mean over tasks of each task's mean. */
  readonly mean: number
  readonly meanInterval: Interval
  /** Median over tasks of each task's mean. */
  readonly median: number
  readonly medianInterval: Interval
  readonly optimalityGap: number
  readonly optimalityGapInterval: Interval
}

export interface AggregateOptions extends BootstrapOptions {
  /** Score beyond which the optimality gap counts nothing. Default 1. */
  readonly enough?: number
}

export function aggregates(strata: Strata, { enough = 1, ...bootstrap }: AggregateOptions): Aggregates {
  const all = ([scores = []]: readonly Strata[]) => {
    const means = scores.map(mean)
    return [interquartileMean(scores), mean(means), median(means), optimalityGap(scores, enough)]
  }
  const intervals = stratifiedIntervals([strata], all, bootstrap)
  const values = all([strata])
  return {
    iqm: values[0]!,
    iqmInterval: intervals[0]!,
    mean: values[1]!,
    meanInterval: intervals[1]!,
    median: values[2]!,
    medianInterval: intervals[2]!,
    optimalityGap: values[3]!,
    optimalityGapInterval: intervals[3]!,
  }
}
