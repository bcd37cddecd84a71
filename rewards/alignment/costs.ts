// Costs of alignment: how unlike two segments of one task are, and how unlike a segment of one is to one of the other.

import { type Matrix, zeros } from '../transport/matrix.ts'
import { motionOf, standardise } from './motion.ts'
import { relativeRanks } from './ranks.ts'
import { type TaskFreeFeature, taskFreeFeatures } from './task-free.ts'
import type { SegmentTrack } from './track.ts'

/**
 *   C[i, k] = |x_i - x_k| / max,   x standardised over the segments of the task
 *
 * Euclidean distance of what happens step by step; all segments have the same length.
 */
export function insideCosts(tracks: readonly SegmentTrack[]): Matrix {
  const motions = tracks.map(motionOf)
  standardise(motions)
  const costs = zeros(tracks.length, tracks.length)
  let largest = 0
  for (let i = 0; i < tracks.length; i++) {
    for (let k = 0; k < i; k++) {
      const distance = distanceOf(motions[i]!, motions[k]!)
      costs.values[i * costs.columns + k] = distance
      costs.values[k * costs.columns + i] = distance
      largest = Math.max(largest, distance)
    }
  }
  if (largest > 0) for (let at = 0; at < costs.values.length; at++) costs.values[at] = costs.values[at]! / largest
  return costs
}

/** Ranks of the segments of one task by each task-free feature. */
export function featureRanks(
  tracks: readonly SegmentTrack[],
  features: readonly TaskFreeFeature[] = taskFreeFeatures,
): readonly Float64Array[] {
  return features.map((feature) => relativeRanks(tracks.map((track) => feature.of(track))))
}

export interface Between {
  /** Ranks by each feature, of either task's segments. */
  readonly first: readonly Float64Array[]
  readonly second: readonly Float64Array[]
  /** Of each feature. */
  readonly weights: readonly number[]
}

/**
 *   F[i, j] = sum over features of w_f (rank of i in its task - rank of j in its own)^2
 */
export function betweenCosts({ first, second, weights }: Between): Matrix {
  const costs = zeros(first[0]!.length, second[0]!.length)
  first.forEach((ranks, feature) => {
    const others = second[feature]!
    for (let i = 0; i < costs.rows; i++) {
      for (let j = 0; j < costs.columns; j++) {
        const at = i * costs.columns + j
        costs.values[at] = costs.values[at]! + weights[feature]! * (ranks[i]! - others[j]!) ** 2
      }
    }
  })
  return costs
}

function distanceOf(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at]! - other[at]!) ** 2
  return Math.sqrt(sum)
}
