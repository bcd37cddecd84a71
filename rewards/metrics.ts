// How good a reward model's predictions are. (Rank correlation with the true reward is lab/statistics/rank-correlation.ts:
// this room does not see true rewards.)

/**
 * Share of decided pairs whose preferred segment has the larger predicted return. Equal labels decide nothing; a predicted
 * tie is half right.
 *
 * @param logOdds predicted R1 - R2 of each pair
 * @param labels 1 first preferred, 0 second, 0.5 equal
 * @returns NaN when no pair is decided
 */
export function pairwiseAccuracy(logOdds: ArrayLike<number>, labels: ArrayLike<number>): number {
  let decided = 0
  let right = 0
  for (let i = 0; i < labels.length; i++) {
    const wanted = Math.sign(labels[i]! - 0.5)
    if (wanted === 0) continue
    decided++
    right += (1 + Math.sign(logOdds[i]!) * wanted) / 2
  }
  return right / decided
}

export interface ReliabilityBin {
  /** Predicted chances that fall here: from `low` up to `high`, which only the last bin includes. */
  readonly low: number
  readonly high: number
  readonly count: number
  /** Mean predicted chance that the first is preferred. */
  readonly predicted: number
  /** Mean label: how often it was. */
  readonly observed: number
}

/** Predicted chances against what was answered, in bins of equal width. Empty bins are left out. */
export function reliability(probabilities: ArrayLike<number>, labels: ArrayLike<number>, bins = 10): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ count: 0, predicted: 0, observed: 0 }))
  for (let i = 0; i < labels.length; i++) {
    const bin = sums[Math.min(bins - 1, Math.floor(probabilities[i]! * bins))]!
    bin.count++
    bin.predicted += probabilities[i]!
    bin.observed += labels[i]!
  }
  return sums.flatMap(({ count, predicted, observed }, i) =>
    count === 0
      ? []
      : [{ low: i / bins, high: (i + 1) / bins, count, predicted: predicted / count, observed: observed / count }],
  )
}

/**
 * The same of the answer that each prediction leans to: how sure it is, from a half to 1, against how often it is right. It
 * does not depend on which segment came first, and few pairs fill its bins better.
 */
export function confidenceReliability(
  chances: readonly number[],
  labels: readonly number[],
  bins = 5,
): ReliabilityBin[] {
  const first = chances.map((chance) => chance >= 0.5)
  return reliability(
    chances.map((chance) => Math.max(chance, 1 - chance)),
    labels.map((label, i) => (first[i] ? label : 1 - label)),
    2 * bins,
  )
}

/** Mean distance of predicted and observed over the bins, weighted by their counts (Guo et al. 2017); 0 without any. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0)
  return bins.reduce((sum, bin) => sum + (bin.count / count) * Math.abs(bin.predicted - bin.observed), 0)
}
