// An episode as the windows that a reward model with a memory reads: each step in the last window that it ends.

/** Which windows of an episode are read, and where the reward of each step is found in what is said of them. */
export interface Windows {
  /** One behind the other, [windows, memory, inputSize]; an episode shorter than one window ends in zeros. */
  readonly items: Float32Array
  readonly count: number
  /** Of a step: its place in [windows, memory]. */
  at(step: number): number
}

/**
 * The first window says the rewards of its steps, for what comes later in it changes nothing of what was before; each step
 * behind it has a window of its own that ends with it.
 *
 * @param rows of an episode, [steps, inputSize]
 * @source Kim et al. 2023 (Preference Transformer): relabelling by the last reward of the window that ends at a step
 */
export function windowsEndingAt(rows: Float32Array, inputSize: number, memory: number): Windows {
  const steps = rows.length / inputSize
  const count = Math.max(1, steps - memory + 1)
  const size = memory * inputSize
  const items = memory === 1 ? rows : new Float32Array(count * size)
  for (let window = 0; window < count && memory > 1; window++) {
    items.set(rows.subarray(window * inputSize, window * inputSize + size), window * size)
  }
  return {
    items,
    count,
    at: (step) => (step < memory ? step : (step - memory + 2) * memory - 1),
  }
}
