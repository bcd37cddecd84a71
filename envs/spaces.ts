// Boxes of reals: making them and checking that something lies inside.

import type { BoxSpace } from './contract.ts'

export function boxSpace(low: ArrayLike<number>, high: ArrayLike<number>): BoxSpace {
  if (low.length !== high.length)
    throw new RangeError(`a box has as many lows as highs, found ${low.length} and ${high.length}`)
  return { shape: [low.length], low: Float32Array.from(low), high: Float32Array.from(high) }
}

/** What keeps `values` out of the box, named for an error; undefined when they lie inside. */
export function outsideBox(space: BoxSpace, values: ArrayLike<number>): string | undefined {
  const { low, high } = space
  if (values.length !== low.length) return `has ${values.length} numbers, expected ${low.length}`
  for (let i = 0; i < low.length; i++) {
    const value = values[i]!
    // Written so that NaN fails.
    if (!(value >= low[i]! && value <= high[i]!)) return `[${i}] is ${value}, expected ${low[i]} to ${high[i]}`
  }
  return undefined
}
