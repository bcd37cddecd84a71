// From log-odds to chances.

/** sigmoid of each, in their place. */
export function chances(logOdds: Float32Array): Float32Array {
  return logOdds.map((odds) => 1 / (1 + Math.exp(-odds)))
}
