// Rewards of stored transitions, computed anew after every fit: what a learner learns from.

import type { RewardEstimate, RewardModel } from './contract.ts'

/** reward = factor * (value - offset). */
export interface Affine {
  readonly offset: number
  readonly factor: number
}

/** Below this deviation the learned rewards say nothing, and standardising would only blow up their noise. */
const smallestDeviation = 1e-3

/** The affine that gives `values` mean 0 and deviation `scale`. */
export function standardising(values: Float32Array, scale: number): Affine {
  if (values.length === 0) throw new RangeError('no values to standardise, expected at least one')
  let sum = 0
  for (const value of values) sum += value
  const offset = sum / values.length
  let squares = 0
  for (const value of values) squares += (value - offset) ** 2
  return { offset, factor: scale / Math.max(smallestDeviation, Math.sqrt(squares / values.length)) }
}

/** In place. */
export function applyAffine(values: Float32Array, { offset, factor }: Affine): void {
  for (let i = 0; i < values.length; i++) values[i] = factor * (values[i]! - offset)
}

/**
 * Mean plus `bonus` deviations of the members: what the ensemble does not know yet is worth a look.
 *
 * @source Liang et al. 2022 (RUNE)
 */
export function optimisticReward({ mean, deviation }: RewardEstimate, bonus: number): Float32Array {
  return mean.map((value, i) => value + bonus * deviation[i]!)
}

export interface RelabelOptions {
  readonly model: RewardModel
  /** Deviations of the members that are added to their mean. */
  readonly bonus: number
  /** Standard deviation of the rewards over the whole buffer. */
  readonly scale: number
  /** Transitions in the buffer. */
  readonly count: number
  /** Writes the model's inputs of transitions `start` .. `start + count - 1` into `rows`, [count, inputSize]. */
  readRows(rows: Float32Array, start: number, count: number): void
  /** Transitions that are held in memory as rows at once. @default 8192 */
  readonly chunk?: number
}

export interface Relabelled {
  /** [count] */
  readonly rewards: Float32Array
  /** Put transitions that arrive before the next relabelling on the same scale with it: `applyAffine(optimisticReward(...))`. */
  readonly affine: Affine
}

/** Rewards of a whole buffer, standardised over it. */
export async function relabel(options: RelabelOptions): Promise<Relabelled> {
  const { model, bonus, scale, count, readRows, chunk = 8192 } = options
  const rewards = new Float32Array(count)
  const rows = new Float32Array(Math.min(chunk, count) * model.inputSize)
  for (let start = 0; start < count; start += chunk) {
    const size = Math.min(chunk, count - start)
    readRows(rows, start, size)
    rewards.set(optimisticReward(await model.estimate(rows.subarray(0, size * model.inputSize), size), bonus), start)
  }
  const affine = standardising(rewards, scale)
  applyAffine(rewards, affine)
  return { rewards, affine }
}
