// AutoRule on named terms: from answers about pairs to the few threshold rules that explain them, and how far to believe it.

import type { RandomStream } from '../contract.ts'
import { candidateRules } from './candidates.ts'
import type { Rule } from './rule.ts'
import { type AnsweredPair, agreement, selectRules, verdictsOf } from './select.ts'

export interface ExtractedRules {
  /** The one that explains most first. */
  readonly rules: readonly FoundRule[]
  /** Share of the answers that they explain. */
  readonly agreement: number
  /** The same of rules found on resampled answers, on the answers that were left out; null where there were none. */
  readonly agreementLeftOut: number | null
  readonly answers: number
  readonly candidates: number
}

export interface FoundRule {
  readonly rule: Rule
  /** Share of the answers that it explains together with those before it. */
  readonly agreement: number
  /** Share of resamplings of the answers in which a rule about the same side of the same term was found. */
  readonly stability: number
}

export interface ExtractOptions {
  readonly pairs: readonly AnsweredPair[]
  /** Names of terms and traces that every segment has. */
  readonly series: readonly string[]
  readonly random: RandomStream
  /** Most rules. @default 5 */
  readonly most?: number
  /** Share of the answers that a further rule must explain besides. @default 0.01 */
  readonly least?: number
  /** Resamplings. @default 20 */
  readonly resamplings?: number
}

/** @source the idea is that of Wang and Xiong 2025 (AutoRule), who have a language model write the rules */
export function extractRules(options: ExtractOptions): ExtractedRules {
  const { pairs, series, random, most = 5, least = 0.01, resamplings = 20 } = options
  if (pairs.length === 0) throw new RangeError('no answers that prefer one of two segments; expected at least one')
  const candidates = candidateRules(
    pairs.flatMap(({ first, second }) => [first, second]),
    series,
  )
  const verdicts = verdictsOf(candidates, pairs)
  const chosen = selectRules(verdicts, { most, least })
  const again = Array.from({ length: resamplings }, () => {
    const sample = pairs.map(() => random.integer(pairs.length))
    const drawn = new Set(sample)
    const found = selectRules(verdicts, { most, least }, sample)
    const leftOut = pairs.map((_, pair) => pair).filter((pair) => !drawn.has(pair))
    return { found, share: leftOut.length > 0 ? agreement(verdicts, found, leftOut) : undefined }
  })
  const shares = again.flatMap(({ share }) => share ?? [])
  return {
    rules: chosen.map((index, place) => ({
      rule: candidates[index]!,
      agreement: agreement(verdicts, chosen.slice(0, place + 1)),
      stability:
        again.filter(({ found }) => found.some((other) => alike(candidates[index]!, candidates[other]!))).length /
        Math.max(1, resamplings),
    })),
    agreement: agreement(verdicts, chosen),
    agreementLeftOut: shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) / shares.length : null,
    answers: pairs.length,
    candidates: candidates.length,
  }
}

const alike = (one: Rule, other: Rule) => one.series === other.series && one.side === other.side
