// How many runs this machine holds at a time.

import { availableParallelism, freemem } from 'node:os'

export const GIB = 2 ** 30

export interface Room {
  readonly cores: number
  /** Bytes that may be taken. */
  readonly available: number
}

export function roomHere(): Room {
  return { cores: availableParallelism(), available: availableMemory() }
}

/** Bytes, of the container where that has a limit. */
export function availableMemory(): number {
  return (process as { availableMemory?: () => number }).availableMemory?.() ?? freemem()
}

/** One core a run, and no more runs than fit; one always. @param memory GiB of a run */
export function slotsFor(
  { cores, available }: Room,
  { slots = cores, memory }: { slots?: number; memory: number },
): number {
  return Math.max(1, Math.min(slots, Math.floor(available / (memory * GIB))))
}
