// How much better each decision turned out than the critic expected: generalised advantage estimation.

export interface AdvantageInputs {
  readonly episodes: number
  readonly steps: number
  /** [episodes, steps] */
  readonly rewards: Float32Array
  /** Of every state and of the one that the episode was cut off in, [episodes, steps + 1]. */
  readonly values: Float32Array
  /** gamma, per decision */
  readonly discount: number
  /** Weight of longer returns: 0 trusts the critic after one step, 1 adds up rewards to the end of the episode. */
  readonly lambda: number
  /** 1 where the last state is an end, worth nothing, [episodes]. @default all were cut off by a time limit */
  readonly terminal?: Uint8Array
}

export interface Advantages {
  /** [episodes, steps] */
  readonly advantages: Float32Array
  /** What the critic is to learn: advantage + value, [episodes, steps]. */
  readonly returns: Float32Array
}

/**
 *   d_t = r_t + gamma V(s_t+1) - V(s_t)
 *   A_t = d_t + gamma lambda A_t+1
 *
 * A time limit is no end: the last state counts with its value.
 *
 * @source Schulman et al. 2016, eq. 16
 */
export function generalisedAdvantages(inputs: AdvantageInputs): Advantages {
  const { episodes, steps, rewards, values, discount, lambda, terminal } = inputs
  const advantages = new Float32Array(episodes * steps)
  const returns = new Float32Array(episodes * steps)
  for (let episode = 0; episode < episodes; episode++) {
    const valuesFrom = episode * (steps + 1)
    let next = terminal?.[episode] ? 0 : values[valuesFrom + steps]!
    let advantage = 0
    for (let step = steps - 1; step >= 0; step--) {
      const at = episode * steps + step
      const value = values[valuesFrom + step]!
      advantage = rewards[at]! + discount * next - value + discount * lambda * advantage
      advantages[at] = advantage
      returns[at] = advantage + value
      next = value
    }
  }
  return { advantages, returns }
}

/** (A - mean) / deviation, over the whole rollout. Advantages that are all equal become 0. */
export function normaliseAdvantages(advantages: Float32Array): Float32Array {
  const mean = advantages.reduce((sum, value) => sum + value, 0) / advantages.length
  const variance = advantages.reduce((sum, value) => sum + (value - mean) ** 2, 0) / advantages.length
  return advantages.map((value) => (value - mean) / (Math.sqrt(variance) + 1e-8))
}
