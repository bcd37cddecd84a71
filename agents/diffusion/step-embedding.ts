// A step of the noise schedule as waves of many lengths, which a network tells apart more easily than one number.

/**
 *   [ sin(t w_0) ... sin(t w_k-1), cos(t w_0) ... cos(t w_k-1) ],   w_i = 10000^(-i / (k - 1)),   k = size / 2
 *
 * @returns a row for each step, [steps, size]
 * @source Vaswani et al. 2017, section 3.5; Ho et al. 2020
 */
export function stepEmbeddings(steps: number, size: number): Float32Array {
  if (size % 2 !== 0) {
    throw new RangeError(`a step is embedded in pairs of numbers, found ${size}; type diffusion.embedding=${size + 1}`)
  }
  const waves = size / 2
  const rows = new Float32Array(steps * size)
  for (let step = 0; step < steps; step++) {
    for (let wave = 0; wave < waves; wave++) {
      const angle = step * 10_000 ** (-wave / Math.max(1, waves - 1))
      rows[step * size + wave] = Math.sin(angle)
      rows[step * size + waves + wave] = Math.cos(angle)
    }
  }
  return rows
}
