// Every two conditions against each other: by how much, and whether seed by seed one is better.

import { interquartileMean } from '../../statistics/interquartile-mean.ts'
import type { Strata } from '../../statistics/strata.ts'
import { stratifiedIntervals } from '../../statistics/stratified-bootstrap.ts'
import { signedRankTest } from '../../statistics/wilcoxon-signed-rank.ts'
import type { Interval } from '../../statistics/wilson.ts'
import { bootstrapFor } from './bootstrap-for.ts'
import { cellOf, type Study, successOf } from './study.ts'

export interface Difference {
  readonly first: string
  readonly second: string
  /** Of interquartile means, first less second. */
  readonly difference: number
  readonly interval: Interval
  /** Wilcoxon's signed-rank test over runs with the same task and seed. */
  readonly pairs: number
  readonly p: number
}

export interface DifferenceOptions {
  readonly first: string
  readonly second: string
  readonly tables: ReadonlyMap<string, Strata>
  readonly tasks: readonly string[]
}

export function differenceOf(study: Study, { first, second, tables, tasks }: DifferenceOptions): Difference {
  const samples = [tables.get(first)!, tables.get(second)!]
  const middle = ([a, b]: readonly Strata[]) => [interquartileMean(a!) - interquartileMean(b!)]
  const [interval] = stratifiedIntervals(samples, middle, bootstrapFor(`difference/${first}/${second}`))
  const { pairs, p } = signedRankTest(pairedDifferences(study, first, second, tasks))
  return { first, second, difference: middle(samples)[0]!, interval: interval!, pairs, p }
}

function pairedDifferences(study: Study, first: string, second: string, tasks: readonly string[]): number[] {
  return tasks.flatMap((task) => {
    const others = new Map(cellOf(study, second, task).map((run) => [run.seed, successOf(run)]))
    return cellOf(study, first, task).flatMap((run) => {
      const other = others.get(run.seed)
      return other === undefined ? [] : [successOf(run) - other]
    })
  })
}
