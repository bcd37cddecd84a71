// Wilson's score interval for a proportion: honest near 0 and 1, where success rates end up.

export type Interval = readonly [low: number, high: number]

/** 97.5% quantile of the standard normal: two-sided 95%. */
const Z = 1.959963984540054

/**
 * 95% interval for a proportion of which `successes` of `count` were seen.
 *
 *   (p + z^2/2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2/n)
 *
 * @source Wilson 1927
 */
export function wilsonInterval(successes: number, count: number): Interval {
  if (!Number.isInteger(count) || count < 1 || !(successes >= 0 && successes <= count)) {
    throw new RangeError(`${successes} successes of ${count}; expected 0 to the count, and a count of at least 1`)
  }
  const proportion = successes / count
  const shrink = 1 + Z ** 2 / count
  const centre = proportion + Z ** 2 / (2 * count)
  const reach = Z * Math.sqrt((proportion * (1 - proportion)) / count + Z ** 2 / (4 * count ** 2))
  const low = successes === 0 ? 0 : (centre - reach) / shrink
  const high = successes === count ? 1 : (centre + reach) / shrink
  return [low, high]
}
