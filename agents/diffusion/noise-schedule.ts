// How much of an action is left at each step towards noise, and which steps sampling goes back through.

/** Keeps the last step from losing everything, so that a noise can be told from another. */
const MOST_LOST = 0.999
const OFFSET = 0.008

/**
 * The share of the clean signal's variance at each step, abar_0 ... abar_steps-1, falling from nearly 1 to nearly 0:
 *
 *   f(t) = cos^2( (t / steps + 0.008) / 1.008 * pi / 2 )
 *   beta_t = min(0.999, 1 - f(t + 1) / f(t)),   abar_t = prod_i<=t (1 - beta_i)
 *
 * @source Nichol and Dhariwal 2021, eq. 17
 */
export function cosineSchedule(steps: number): Float64Array {
  const f = (t: number) => Math.cos(((t / steps + OFFSET) / (1 + OFFSET)) * (Math.PI / 2)) ** 2
  const kept = new Float64Array(steps)
  let product = 1
  for (let t = 0; t < steps; t++) {
    product *= 1 - Math.min(MOST_LOST, 1 - f(t + 1) / f(t))
    kept[t] = product
  }
  return kept
}

/**
 * `count` steps at equal distances that end at step 0, the noisiest first. The very noisiest are left out where there
 * are fewer than `steps`: a denoiser that tells noise learns nothing about the action there.
 *
 * @source Song, Meng and Ermon 2021, section 4.2
 * @throws RangeError when there are more than `steps`
 */
export function samplingSteps(steps: number, count: number): number[] {
  if (count > steps) {
    throw new RangeError(
      `${count} steps from noise to action, but only ${steps} from action to noise; ` +
        `type diffusion.sampleSteps=${Math.min(10, steps)}`,
    )
  }
  const distance = Math.floor(steps / count)
  return Array.from({ length: count }, (_, i) => (count - 1 - i) * distance)
}
