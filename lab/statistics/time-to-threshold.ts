// How many steps, or labels, until a score is reached. A run that never got there is censored: all that is known is that
// it would have taken longer than it was given. Leaving such runs out would flatter whoever fails most.

import type { BootstrapOptions } from './bootstrap.ts'
import type { Curve } from './sample-efficiency.ts'
import { stratifiedIntervals } from './stratified-bootstrap.ts'

export interface Arrival {
  /** Where the threshold was reached, or where the run ended without. */
  readonly at: number
  readonly reached: boolean
}

export interface ArrivalSummary {
  readonly runs: number
  readonly reached: number
  /** Null where fewer than half arrived while they could be watched. */
  readonly median: number | null
  /** An end that lies beyond what was watched is null. */
  readonly interval: readonly [low: number | null, high: number | null]
}

/** The first measurement at or above the threshold. @throws RangeError for a run without measurements */
export function arrival(curve: Curve, threshold: number): Arrival {
  const last = curve.at(-1)
  if (!last) throw new RangeError('a run without measurements neither reaches a threshold nor fails to')
  const found = curve.find(([, value]) => value >= threshold)
  return found ? { at: found[0], reached: true } : { at: last[0], reached: false }
}

/**
 * Where the share of runs that have not arrived falls to a half, each censored run counting for as long as it was watched:
 * S(t) = product over arrivals at or before t of (1 - arrived / watched). Infinity where it stays above.
 *
 * @source Kaplan and Meier 1958
 */
export function medianArrival(arrivals: readonly Arrival[]): number {
  const sorted = [...arrivals].sort((a, b) => a.at - b.at)
  let waiting = 1
  for (let i = 0; i < sorted.length; ) {
    const { at } = sorted[i]!
    const together = sorted.slice(i).findIndex((each) => each.at !== at)
    const now = sorted.slice(i, together < 0 ? sorted.length : i + together)
    waiting *= 1 - now.filter((each) => each.reached).length / (sorted.length - i)
    if (waiting <= 0.5 + 1e-12) return at
    i += now.length
  }
  return Number.POSITIVE_INFINITY
}

export function summariseArrivals(arrivals: readonly Arrival[], options: BootstrapOptions): ArrivalSummary {
  const [interval] = stratifiedIntervals([[arrivals]], ([drawn]) => [medianArrival(drawn![0]!)], options)
  const known = (value: number) => (Number.isFinite(value) ? value : null)
  return {
    runs: arrivals.length,
    reached: arrivals.filter(({ reached }) => reached).length,
    median: known(medianArrival(arrivals)),
    interval: [known(interval![0]), known(interval![1])],
  }
}
