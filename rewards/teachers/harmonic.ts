// A teacher that weighs two sub-scores by their harmonic mean: neither makes up for the want of the other.

import type { Evidence } from '../contract.ts'
import { type Factor, factorValue, factorWords } from '../factors/factor.ts'
import type { EvidenceSource } from './evidence-store.ts'
import type { Teacher } from './teacher.ts'
import { decide } from './tree.ts'

/**
 *   1 / (weight / s_1 + (1 - weight) / s_2);   0 where a sub-score is 0 or less
 *
 * @source Miao et al. 2024 (the lambda-harmonic reward of RPO)
 */
export function harmonicMean(scores: readonly [number, number], weight: number): number {
  const [one, other] = scores
  return one > 0 && other > 0 ? 1 / (weight / one + (1 - weight) / other) : 0
}

export function harmonicTeacher(options: {
  readonly factors: readonly [Factor, Factor]
  /** Of the first, 0 to 1. */
  readonly weight: number
  readonly ties: 'skip' | 'equal'
  readonly evidence: EvidenceSource
}): Teacher {
  const { factors, weight, ties, evidence } = options
  const name = `harmonic mean of ${factorWords(factors[0])} and ${factorWords(factors[1])}`
  const score = (segment: Evidence) =>
    harmonicMean([factorValue(factors[0], segment), factorValue(factors[1], segment)], weight)
  return {
    by: 'teacher:harmonic',
    answer: async ({ first, second }) => {
      const values = [score(evidence.segment(first)), score(evidence.segment(second))] as const
      const { answer, reason } = decide([{ factor: name, values, margin: 0 }])
      return {
        answer: answer === 'equal' ? ties : answer,
        left: 'first',
        milliseconds: 0,
        ...(reason ? { reason } : {}),
      }
    },
  }
}
