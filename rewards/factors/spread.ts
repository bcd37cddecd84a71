// The running standard deviation of a factor over all segments that were ever shown.

import type { Margin } from './factor.ts'

/** All that is needed to go on. */
export interface Spread {
  readonly count: number
  readonly mean: number
  /** Sum of squared distances from the mean. */
  readonly squares: number
}

export const noSpread: Spread = { count: 0, mean: 0, squares: 0 }

/** @source Welford 1962 */
export function widened({ count, mean, squares }: Spread, value: number): Spread {
  const moved = mean + (value - mean) / (count + 1)
  return { count: count + 1, mean: moved, squares: squares + (value - mean) * (value - moved) }
}

/** 0 before the first value. */
export function deviationOf({ count, squares }: Spread): number {
  return count === 0 ? 0 : Math.sqrt(squares / count)
}

/** What two values must differ by, in the factor's unit. */
export function marginOf({ unit, size }: Margin, spread: Spread): number {
  return unit === 'absolute' ? size : size * deviationOf(spread)
}

/** Whether every value so far was the same but for rounding. */
export function isConstant(spread: Spread): boolean {
  return deviationOf(spread) <= 1e-9 * Math.max(1, Math.abs(spread.mean))
}
