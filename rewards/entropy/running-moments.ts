// Mean and variance of all numbers that ever came by, without keeping them.

/** All that is needed to go on. */
export interface RunningMoments {
  mean: number
  variance: number
  count: number
}

/** As if an instant's worth of numbers with mean 0 and variance 1 had come by. */
export const freshMoments = (): RunningMoments => ({ mean: 0, variance: 1, count: 1e-4 })

/**
 * Takes a batch in, in place.
 *
 * @source Chan, Golub and LeVeque 1979, as in B-Pref; the batch's own variance has n - 1 below, as PyTorch's does
 */
export function followMoments(moments: RunningMoments, values: Float32Array): void {
  const count = values.length
  if (count < 2) return
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)
  const total = moments.count + count
  const moved = mean - moments.mean
  moments.variance =
    (moments.variance * moments.count + variance * count + (moved ** 2 * moments.count * count) / total) / total
  moments.mean += (moved * count) / total
  moments.count = total
}
