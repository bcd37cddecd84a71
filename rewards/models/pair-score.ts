// How well predicted log-odds match the answers.

import { confidenceReliability, pairwiseAccuracy, type ReliabilityBin } from '../metrics.ts'

export interface PairScore {
  readonly pairs: number
  /** Mean Bradley-Terry loss over pairs and members; NaN without pairs. */
  readonly loss: number
  /** Of each member: one that stays at ln 2 = 0.69 while the others fall is dead. */
  readonly memberLoss: readonly number[]
  /** Share of decided pairs that the members' mean orders as answered; NaN when none is decided. */
  readonly accuracy: number
  /** How sure the members are on average of the answer that they lean to, against how often it was given. */
  readonly reliability: readonly ReliabilityBin[]
}

/**
 * @param logOdds that the first is preferred, [members, pairs]
 * @param labels 1 first preferred, 0 second, 0.5 equal
 */
export function scorePairs(logOdds: Float32Array, labels: readonly number[], members: number): PairScore {
  const pairs = labels.length
  const ofMember = Array.from({ length: members }, (_, member) =>
    logOdds.subarray(member * pairs, (member + 1) * pairs),
  )
  const memberLoss = ofMember.map((odds) => mean(labels.map((label, i) => crossEntropy(odds[i]!, label))))
  const joint = labels.map((_, i) => mean(ofMember.map((odds) => odds[i]!)))
  const chance = labels.map((_, i) => mean(ofMember.map((odds) => 1 / (1 + Math.exp(-odds[i]!)))))
  return {
    ...{ pairs, loss: mean(memberLoss), memberLoss },
    accuracy: pairwiseAccuracy(joint, labels),
    reliability: confidenceReliability(chance, labels),
  }
}

/** softplus(d) - y d, as losses/bradley-terry.ts has it for tensors. */
function crossEntropy(logOdds: number, label: number): number {
  return Math.max(0, logOdds) + Math.log1p(Math.exp(-Math.abs(logOdds))) - label * logOdds
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
