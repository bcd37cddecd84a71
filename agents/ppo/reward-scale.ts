// The scale of rewards by the deviation of the discounted return, which serves a true and a learned reward alike.

export interface EpisodeRewards {
  readonly episodes: number
  readonly steps: number
  /** [episodes, steps] */
  readonly rewards: Float32Array
}

/** Share of the newest rollout: it follows a learned reward that changes its scale within some ten rollouts. */
const NEWEST = 0.1

/**
 *   v <- 0.9 v + 0.1 var(G),   G_t = gamma G_t-1 + r_t,   G = 0 before an episode's first step
 *
 * @param former 0 before the first rollout
 * @source Engstrom et al. 2020 (reward scaling), with a moving average for their running one
 */
export function followReturnVariance(former: number, rollout: EpisodeRewards, discount: number): number {
  const variance = varianceOf(runningReturns(rollout, discount))
  return former === 0 ? variance : (1 - NEWEST) * former + NEWEST * variance
}

/** r / sqrt(v + 1e-8) */
export function scaleRewards(rewards: Float32Array, variance: number): Float32Array {
  const scale = 1 / Math.sqrt(variance + 1e-8)
  return rewards.map((reward) => reward * scale)
}

/** @returns [episodes, steps] */
function runningReturns({ episodes, steps, rewards }: EpisodeRewards, discount: number): Float32Array {
  const returns = new Float32Array(episodes * steps)
  for (let episode = 0; episode < episodes; episode++) {
    let sum = 0
    for (let at = episode * steps; at < (episode + 1) * steps; at++) {
      sum = discount * sum + rewards[at]!
      returns[at] = sum
    }
  }
  return returns
}

function varianceOf(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}
