// Spearman's rank correlation: does one number order things as another does?

import { mean } from './quantile.ts'

/** In [-1, 1]; ties share their mean rank. NaN where one side is constant or fewer than two pairs are given. */
export function rankCorrelation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length) {
    throw new RangeError(`${first.length} values against ${second.length}; expected as many`)
  }
  return correlation(ranks(first), ranks(second))
}

/** Ranks from 1; equal values share the mean of their ranks. */
export function ranks(values: ArrayLike<number>): number[] {
  const order = Array.from(values, (_, index) => index).sort((a, b) => values[a]! - values[b]!)
  const result = new Array<number>(values.length)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    for (let i = start; i < end; i++) result[order[i]!] = (start + 1 + end) / 2
    start = end
  }
  return result
}

function correlation(first: readonly number[], second: readonly number[]): number {
  const [firstMean, secondMean] = [mean(first), mean(second)]
  let together = 0
  let firstSquares = 0
  let secondSquares = 0
  for (let i = 0; i < first.length; i++) {
    const a = first[i]! - firstMean
    const b = second[i]! - secondMean
    together += a * b
    firstSquares += a * a
    secondSquares += b * b
  }
  return together / Math.sqrt(firstSquares * secondSquares)
}
