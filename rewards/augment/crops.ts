// Temporal cropping: an answer about two segments is learned from in parts of them that are cut anew each time. What is
// stored may reach beyond the segment that was judged, so that crops can too.

import type { RandomStream } from '../contract.ts'

/** Lengths are shares of a segment, rounded to steps. */
export interface CropSettings {
  /** Stored beyond either end. */
  readonly window: number
  readonly shortest: number
  /** At most 1 + 2 `window`. */
  readonly longest: number
  /** Crops of a pair in one update. */
  readonly copies: number
}

/** The same in steps. */
export interface CropPlan {
  readonly copies: number
  /** Of the segment that is judged, and beyond either end of it. */
  readonly core: number
  readonly margin: number
  /** Both together: what is stored. */
  readonly stored: number
  readonly shortest: number
  readonly longest: number
}

/** @param core steps of a segment. @throws RangeError when no crop, or not every crop, fits into what is stored */
export function cropPlan(core: number, { window, shortest, longest, copies }: CropSettings): CropPlan {
  const margin = Math.round(window * core)
  const plan = {
    ...{ copies, core, margin },
    stored: core + 2 * margin,
    shortest: Math.max(1, Math.round(shortest * core)),
    longest: Math.round(longest * core),
  }
  if (plan.shortest <= plan.longest && plan.longest <= plan.stored) return plan
  throw new RangeError(
    `crops of ${plan.shortest} to ${plan.longest} steps were asked for where ${plan.stored} are stored; expected ` +
      'the shortest first and none longer than that',
  )
}

interface Window {
  readonly episode: string
  readonly start: number
  readonly length: number
}

/** The part of what is stored that is judged. */
export function judgedPart({ margin, core }: CropPlan, { episode, start }: Window): Window {
  return { episode, start: start + margin, length: core }
}

/** The reverse: what is stored of a part that was judged. */
export function storedPart({ margin, stored }: CropPlan, { episode, start }: Window): Window {
  return { episode, start: start - margin, length: stored }
}

/**
 * Crops as signs: the sum of sign times reward is the difference R1 - R2 of the two crops' returns. Both have one length,
 * drawn uniformly, and places of their own.
 *
 * @param signs filled: +1 in the crop of the first segment, -1 in that of the second, else 0; [copies, pairs, 2, stored]
 * @source Park et al. 2022 (SURF), section 4.2
 */
export function drawCrops(signs: Float32Array, plan: CropPlan, random: RandomStream): void {
  const { stored, shortest, longest } = plan
  signs.fill(0)
  for (let pair = 0; pair < signs.length; pair += 2 * stored) {
    const length = shortest + random.integer(longest - shortest + 1)
    for (const [at, sign] of [[pair, 1] as const, [pair + stored, -1] as const]) {
      const start = at + random.integer(stored - length + 1)
      signs.fill(sign, start, start + length)
    }
  }
}
