// The answers that a pass of fitting learns from, when answers are doubted.

import type { LabelledPair } from '../segments/labelled-pairs.ts'
import { type DenoisingSettings, type DiscriminatorState, follow, judge } from './discriminator.ts'

/** Keeps a surprise finite. */
const SMALLEST = 1e-8

export interface Denoising {
  readonly settings: DenoisingSettings
  /** Moved by every pass. */
  readonly state: DiscriminatorState
}

/**
 * @param probabilities chance that the first is preferred, [members, pairs]
 * @returns trusted pairs as they are and unbelievable ones turned round, for one pass
 */
export function believable(
  pairs: readonly LabelledPair[],
  probabilities: Float32Array,
  { settings, state }: Denoising,
): readonly LabelledPair[] {
  const members = probabilities.length / pairs.length
  const surprise = pairs.map(({ label }, pair) => {
    let first = 0
    for (let member = 0; member < members; member++) first += probabilities[member * pairs.length + pair]! / members
    return surpriseAt(label, first)
  })
  const verdicts = judge(surprise, state, settings)
  follow(
    state,
    surprise.filter((_, pair) => verdicts[pair] === 'trusted'),
  )
  return pairs.flatMap((pair, index) => {
    if (verdicts[index] === 'doubted') return []
    return verdicts[index] === 'trusted' ? [pair] : [{ ...pair, label: 1 - pair.label }]
  })
}

/** -y ln P - (1 - y) ln(1 - P) */
function surpriseAt(label: number, first: number): number {
  const logarithm = (p: number) => Math.log(Math.max(SMALLEST, p))
  return -label * logarithm(first) - (1 - label) * logarithm(1 - first)
}
