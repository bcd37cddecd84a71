// Is a coin fair? The exact test, for any number of throws.

/**
 * Two-sided p-value of `successes` in `count` throws of a fair coin: the chance of a result at least as far from one half.
 *
 *   p = min(1, 2 P(X <= min(k, n - k))),   P(X = k) = C(n, k) / 2^n
 *
 * Computed from logarithms, so that large counts neither overflow nor vanish.
 *
 * @source Clopper and Pearson 1934
 */
export function binomialTest(successes: number, count: number): number {
  if (!(Number.isInteger(successes) && Number.isInteger(count) && successes >= 0 && successes <= count)) {
    throw new RangeError(`${successes} successes of ${count}; expected whole numbers, 0 to the count`)
  }
  const fewer = Math.min(successes, count - successes)
  let logChoose = 0
  let tail = 0
  for (let k = 0; k <= fewer; k++) {
    tail += Math.exp(logChoose - count * Math.LN2)
    logChoose += Math.log((count - k) / (k + 1))
  }
  return Math.min(1, 2 * tail)
}
