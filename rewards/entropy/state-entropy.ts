// State entropy as reward: how far a state is from its nearest neighbours among those visited, on a running scale.

import { neighbourDistances } from './nearest-neighbours.ts'
import { followMoments, type RunningMoments } from './running-moments.ts'

export interface StateEntropyOptions {
  /** Numbers of a state. */
  readonly size: number
  /** k: which nearest neighbour tells. */
  readonly neighbours: number
  /** Of all distances so far; a batch moves them before it is scaled by them. */
  readonly moments: RunningMoments
}

export interface StateEntropy {
  /** Distances in running deviations: the reward of PEBBLE's pretraining, [count]. */
  readonly scaled: Float32Array
  /** The same about their running mean, in thirds and within [-1, 1]: what RIME's reward model starts from, [count]. */
  readonly centred: Float32Array
}

/**
 *   r(s) = | s - its k-th nearest neighbour | / running deviation
 *
 * @param states [count, size]
 * @param visited states among which they are counted themselves, [any number, size]
 * @source Lee, Smith and Abbeel 2021 (PEBBLE), eq. 3, without the logarithm as in their code; Cheng et al. 2024 (RIME)
 */
export function stateEntropy(states: Float32Array, visited: Float32Array, options: StateEntropyOptions): StateEntropy {
  const { size, neighbours, moments } = options
  const distances = neighbourDistances(states, visited, size, neighbours + 1)
  followMoments(moments, distances)
  const deviation = Math.sqrt(moments.variance) || 1
  return {
    scaled: distances.map((distance) => distance / deviation),
    centred: distances.map((distance) => Math.min(1, Math.max(-1, (distance - moments.mean) / (3 * deviation)))),
  }
}
