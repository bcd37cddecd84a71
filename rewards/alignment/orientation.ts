// Which way round: a plan sees distances alone, so a task whose good and bad segments are mirror images can be matched
// upside down.

import { rankAgreement, relativeRanks } from './ranks.ts'
import type { IndexedLabel } from './source-labels.ts'
import type { Transfer } from './transfer.ts'

export const orientationNames = ['features', 'anchor', 'none'] as const
export type OrientationName = (typeof orientationNames)[number]

export interface FeatureEvidence {
  /** Ranks by each task-free feature, source and target. */
  readonly source: readonly Float64Array[]
  readonly target: readonly Float64Array[]
  /** How good the source's segments are by their labels, the target's by transferred ones. */
  readonly sourceScores: Float64Array
  readonly targetScores: Float64Array
}

/**
 *   a = sum over features of rho(score, feature | source) rho(score, feature | target)
 *
 * What goes with good segments of the source is taken to go with good ones of the target.
 *
 * @returns below 0 where the labels are upside down
 */
export function featureAgreement({ source, target, sourceScores, targetScores }: FeatureEvidence): number {
  const [ofSource, ofTarget] = [ranked(sourceScores), ranked(targetScores)]
  return source.reduce(
    (sum, ranks, feature) => sum + rankAgreement(ofSource, ranks) * rankAgreement(ofTarget, target[feature]!),
    0,
  )
}

/** @returns below 0 where the one label that was asked for says the opposite of the transferred one */
export function anchorAgreement(transfer: Transfer, { first, second, label }: IndexedLabel): number {
  return (transfer(first, second).label - 0.5) * (label - 0.5)
}

function ranked(scores: Float64Array): Float64Array {
  return relativeRanks([...scores])
}
