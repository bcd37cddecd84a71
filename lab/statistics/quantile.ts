// Means and quantiles of plain numbers. An empty list has none: NaN.

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Sample standard deviation (divided by n - 1); 0 for a single value. */
export function standardDeviation(values: readonly number[]): number {
  if (values.length === 1) return 0
  const centre = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1))
}

/** Linear between order statistics (Hyndman and Fan's type 7); `share` 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a quantile's share is from 0 to 1, found ${share}`)
  if (values.length === 0) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low === high ? low : low + (place - below) * (high - low)
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
