// Tells answers that can be trusted from those that cannot, by how much each surprises the reward model.

export interface DenoisingSettings {
  /** Weight of the largest trusted surprise in the threshold. */
  readonly alpha: number
  /** Weight of the variance of surprise in the threshold: at first, and after so many passes. */
  readonly firstTolerance: number
  readonly lastTolerance: number
  readonly passes: number
  /** An answer less likely than this is turned round. */
  readonly flip: number
  /** Passes over which the step size of fitting grows to its own. */
  readonly warmup: number
}

/** All that a discriminator needs to go on. */
export interface DiscriminatorState {
  /** Running mean of the largest surprise that was trusted. */
  largest: number
  /** Of the trusted surprises: mean, which moves by a tenth, and variance over so many of them. */
  mean: number
  variance: number
  count: number
  passes: number
}

export type Verdict = 'trusted' | 'turned' | 'doubted'

/** How fast mean and largest follow. */
const RATE = 0.1
/** Most that the variance adds to the threshold. */
const LARGEST_TOLERANCE = 3
const TINY = 1e-8

export const freshDiscriminator = (): DiscriminatorState => ({
  largest: 0,
  mean: 0,
  variance: 1,
  count: 0,
  passes: 0,
})

/**
 *   D < -ln x + alpha x + min(b_t Var(D), 3)
 *
 * x begins at 0, where the threshold is 18: everything is trusted.
 *
 * @source Cheng et al. 2024 (RIME), eq. 7, with the running statistics of the authors' code
 */
export function trustThreshold({ largest, variance, passes }: DiscriminatorState, settings: DenoisingSettings): number {
  const { alpha, firstTolerance, lastTolerance } = settings
  const fallen = ((firstTolerance - lastTolerance) / settings.passes) * passes
  const tolerance = Math.max(lastTolerance, firstTolerance - fallen)
  return -Math.log(largest + TINY) + alpha * largest + Math.min(tolerance * variance, LARGEST_TOLERANCE)
}

/** Judges all answers before a pass of fitting. @param surprise cross-entropy of each answer */
export function judge(
  surprise: readonly number[],
  state: Readonly<DiscriminatorState>,
  settings: DenoisingSettings,
): Verdict[] {
  const threshold = trustThreshold(state, settings)
  const unbelievable = -Math.log(settings.flip)
  return surprise.map((value) => {
    if (value > unbelievable) return 'turned'
    return value < threshold ? 'trusted' : 'doubted'
  })
}

/** Counts a pass, and follows the surprises that were trusted in it. */
export function follow(state: DiscriminatorState, trusted: readonly number[]): void {
  state.passes++
  if (trusted.length === 0) return
  const mean = trusted.reduce((sum, value) => sum + value, 0) / trusted.length
  const squares = trusted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const total = state.count + trusted.length
  const moved = mean - state.mean
  state.variance =
    (state.variance * state.count + squares + (moved ** 2 * state.count * trusted.length) / total) / total
  state.mean += RATE * moved
  state.largest += RATE * (Math.max(...trusted) - state.largest)
  state.count = total
}

/** Share of the step size in this pass. */
export function warmth({ passes }: DiscriminatorState, { warmup }: DenoisingSettings): number {
  return warmup === 0 ? 1 : Math.min(1, passes / warmup)
}
