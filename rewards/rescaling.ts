// The scale of rewards for offline learners, which are sensitive to it.

/** Returns that are as good as equal say nothing. */
const SMALLEST_SPREAD = 1e-6

/**
 *   factor = longest episode / (largest return - smallest return)
 *
 * @param episodes rewards of each episode's steps
 * @returns what to multiply every reward by; 1 where all returns are equal
 * @source Kim et al. 2023 (Preference Transformer), as its code prepares learned rewards for implicit Q-learning
 */
export function rescaling(episodes: readonly Float32Array[]): number {
  const returns = episodes.map((rewards) => rewards.reduce((sum, reward) => sum + reward, 0))
  const longest = Math.max(...episodes.map((rewards) => rewards.length))
  const spread = Math.max(...returns) - Math.min(...returns)
  return spread > SMALLEST_SPREAD ? longest / spread : 1
}
