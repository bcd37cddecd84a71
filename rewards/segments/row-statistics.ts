// Mean and deviation of each column of reward-model inputs, for normalising them.

export interface RowStatistics {
  /** [inputSize] */
  readonly mean: Float32Array
  /** [inputSize]; 1 where a column never changes, so that dividing by it leaves it alone. */
  readonly deviation: Float32Array
}

/** Below this share of its size, a column's spread is rounding and not information. */
const negligible = 1e-6

/** @param blocks each [any number of rows, inputSize] */
export function rowStatistics(blocks: Iterable<Float32Array>, inputSize: number): RowStatistics {
  const sum = new Float64Array(inputSize)
  const squares = new Float64Array(inputSize)
  let count = 0
  let origin: Float32Array | undefined
  for (const block of blocks) {
    // Sums of differences to the first row: the plain sum of squares cancels where the mean is large.
    origin ??= block.slice(0, inputSize)
    for (let at = 0; at < block.length; at += inputSize) {
      for (let i = 0; i < inputSize; i++) {
        const difference = block[at + i]! - origin[i]!
        sum[i]! += difference
        squares[i]! += difference * difference
      }
    }
    count += block.length / inputSize
  }
  const mean = new Float32Array(inputSize)
  const deviation = new Float32Array(inputSize).fill(1)
  for (let i = 0; i < inputSize && origin; i++) {
    const offset = sum[i]! / count
    const spread = Math.sqrt(Math.max(0, squares[i]! / count - offset * offset))
    mean[i] = origin[i]! + offset
    if (spread > negligible * Math.max(1, Math.abs(mean[i]!))) deviation[i] = spread
  }
  return { mean, deviation }
}
