// Curves of several runs as one with a band. Runs are measured at steps of their own, so each is first read off on a grid
// that all share.

import type { BootstrapOptions } from './bootstrap.ts'
import { middleMean } from './interquartile-mean.ts'
import type { Strata } from './strata.ts'
import { stratifiedIntervals } from './stratified-bootstrap.ts'
import type { Interval } from './wilson.ts'

/** What one run measured, at rising steps. */
export type Curve = readonly (readonly [step: number, value: number])[]

export interface SampleEfficiency {
  readonly steps: readonly number[]
  readonly values: readonly number[]
  /** Pointwise. */
  readonly intervals: readonly Interval[]
}

/**
 * `hold`: a run that ended early, because it had learned, keeps its last value. `cut`: the grid ends where the first run ends.
 */
export type Beyond = 'hold' | 'cut'

/**
 * Evenly spaced steps, from the first at which all runs have been measured to the end of the longest (`hold`) or the
 * shortest (`cut`) run. Empty where no step is common to all.
 */
export function stepGrid(curves: readonly Curve[], { points, beyond }: { points: number; beyond: Beyond }): number[] {
  if (curves.length === 0 || curves.some((curve) => curve.length === 0)) return []
  const first = Math.max(...curves.map((curve) => curve[0]![0]))
  const ends = curves.map((curve) => curve.at(-1)![0])
  const last = beyond === 'hold' ? Math.max(...ends) : Math.min(...ends)
  if (last < first) return []
  if (last === first) return [first]
  return Array.from({ length: points }, (_, i) => first + ((last - first) * i) / (points - 1))
}

/** Linear between measurements; the last value beyond the last, the first before the first. */
export function readOff(curve: Curve, steps: readonly number[]): number[] {
  let next = 0
  return steps.map((step) => {
    while (next < curve.length && curve[next]![0] < step) next++
    const after = curve[Math.min(next, curve.length - 1)]!
    const before = curve[Math.max(next - 1, 0)]!
    if (after[0] <= step || after[0] === before[0]) return after[1]
    return before[1] + ((step - before[0]) / (after[0] - before[0])) * (after[1] - before[1])
  })
}

/** The interquartile mean at each step of the grid. Whole runs are drawn again, not points of them. */
export function sampleEfficiency(
  curves: Strata<Curve>,
  steps: readonly number[],
  options: BootstrapOptions,
): SampleEfficiency {
  const values = curves.map((runs) => runs.map((curve) => readOff(curve, steps)))
  const scores = new Float64Array(values.reduce((count, runs) => count + runs.length, 0))
  const means = ([runs = []]: readonly Strata<readonly number[]>[]) =>
    steps.map((_, step) => {
      let at = 0
      for (const task of runs) for (const run of task) scores[at++] = run[step]!
      return middleMean(scores)
    })
  return { steps, values: means([values]), intervals: stratifiedIntervals([values], means, options) }
}
