// How the kinematic base follows its target on one axis: limited speed and acceleration, and never far ahead of what it
// carries. A pure function.

import { clamp } from '../vector.ts'
import { FILTER } from './constants.ts'

export interface FilterInput {
  /** Where the base is and how fast it moved in the last step. */
  readonly base: number
  readonly velocity: number
  readonly target: number
  /** The lowest and the highest of the places where the carried parts would have the base. */
  readonly low: number
  readonly high: number
  /** Seconds. */
  readonly timestep: number
}

/** The next place of the base. */
export function followTarget({ base, velocity, target, low, high, timestep }: FilterInput): number {
  const wanted = clamp((target - base) * FILTER.gain, -FILTER.speed, FILTER.speed)
  const change = FILTER.acceleration * timestep
  const next = base + (velocity + clamp(wanted - velocity, -change, change)) * timestep
  return limitLead(next, base, low, high)
}

/** Stops the base where it would leave blocked parts behind; it never jumps back towards them. */
export function limitLead(next: number, base: number, low: number, high: number): number {
  const most = low + FILTER.lead
  const least = high - FILTER.lead
  let limited = next
  if (limited > most) limited = Math.max(most, Math.min(base, limited))
  if (limited < least) limited = Math.min(least, Math.max(base, limited))
  return limited
}
