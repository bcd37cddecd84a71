// How sure one may be of each answer, and how reliable whoever gave them: expectation and maximisation in turns.

import type { LabelledPair } from '../segments/labelled-pairs.ts'

/** Keeps a person who was always right, so far, from being beyond doubt. */
const largestReliability = 0.999

/** Moves with every pass. */
export interface Reliability {
  /** Share of answers that are right, as far as is known. */
  value: number
}

/**
 *   w = h P / (h P + (1 - h)(1 - P)),   P the model's chance of the answer, h the reliability
 *
 * @source Liu et al. 2025 (LCPO), E-step
 */
export function answerConfidence(chanceOfAnswer: number, reliability: number): number {
  const right = reliability * chanceOfAnswer
  return right / (right + (1 - reliability) * (1 - chanceOfAnswer))
}

/**
 * What a pass of fitting learns from: y' = w y + (1 - w)(1 - y), whose cross-entropy is w l(d) + (1 - w) l(-d). The
 * reliability becomes the mean of w. Who gave an answer is not known here: all count as one.
 *
 * @param probabilities chance that the first is preferred, [members, pairs]
 */
export function confident(
  pairs: readonly LabelledPair[],
  probabilities: Float32Array,
  reliability: Reliability,
): readonly LabelledPair[] {
  const members = probabilities.length / pairs.length
  let sum = 0
  const lesson = pairs.map((pair, index) => {
    let first = 0
    for (let member = 0; member < members; member++) first += probabilities[member * pairs.length + index]! / members
    const { label } = pair
    const w = answerConfidence(label * first + (1 - label) * (1 - first), reliability.value)
    sum += w
    return { ...pair, label: w * label + (1 - w) * (1 - label) }
  })
  if (pairs.length > 0) reliability.value = Math.min(largestReliability, sum / pairs.length)
  return lesson
}
