// Rates on a noisy machine: short rounds, cases taking turns, medians.

import { performance } from 'node:perf_hooks'
import { median } from '../statistics/quantile.ts'

export interface Timing {
  readonly rounds: number
  /** Of one round of one case. */
  readonly seconds: number
}

export interface Timed {
  /** Does some work and returns how many units it did. */
  readonly work: () => number | Promise<number>
}

/** Units a second while `work` is repeated for at least `seconds`. */
export async function rateOf({ work }: Timed, seconds: number): Promise<number> {
  const start = performance.now()
  let units = 0
  let elapsed = 0
  do {
    units += await work()
    elapsed = (performance.now() - start) / 1000
  } while (elapsed < seconds)
  return units / elapsed
}

/**
 * Rates of each case in each round, shape [cases][rounds]. Every round measures all cases, so that a slow spell of the
 * machine hits them alike. A first round, longer and not counted, lets the compilers settle.
 */
export async function alternate(cases: readonly Timed[], { rounds, seconds }: Timing): Promise<number[][]> {
  for (const timed of cases) await rateOf(timed, 2 * seconds)
  const rates: number[][] = cases.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, timed] of cases.entries()) rates[index]!.push(await rateOf(timed, seconds))
  }
  return rates
}

/** Median over rounds of how many times faster the second was than the first in the same round. */
export function medianRatio(first: readonly number[], second: readonly number[]): number {
  return median(second.map((rate, round) => rate / first[round]!))
}
