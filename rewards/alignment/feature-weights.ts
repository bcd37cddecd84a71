// How much each task-free feature counts: as much as it goes with what the source's labels prefer. A feature that says
// nothing about them would only match segments at random.

import { rankAgreement, relativeRanks } from './ranks.ts'

/**
 *   w_f = rho(score, f | source)^2 / sum over features
 *
 * @param features ranks of the source's segments by each
 * @param scores how good these are by their labels
 * @returns sum 1; equal where none goes with the labels
 */
export function featureWeights(features: readonly Float64Array[], scores: Float64Array): number[] {
  const ranks = relativeRanks([...scores])
  const shared = features.map((feature) => rankAgreement(ranks, feature) ** 2)
  const sum = shared.reduce((total, share) => total + share, 0)
  return shared.map((share) => (sum > 0 ? share / sum : 1 / features.length))
}
