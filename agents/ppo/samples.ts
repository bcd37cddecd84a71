// The rows that updates are made on: one for each decision of a rollout, in an order of its own at each pass.

import type { RandomStream } from '../contract.ts'
import type { PpoNetworks } from './networks.ts'

/** Numbers in a sample: observation, action, and then the log-probability, the advantage and the return. */
export function sampleSize({ sizes }: PpoNetworks): number {
  return sizes.observation + sizes.action + 3
}

/** What the updates of a rollout are made on. */
export interface Assessed {
  /** [episodes * steps, observation], as the networks see them. */
  readonly observations: Float32Array
  readonly actions: Float32Array
  readonly logProbability: Float32Array
  readonly advantages: Float32Array
  readonly returns: Float32Array
}

/** Puts everything about a decision in one row, so that a minibatch is gathered at once. */
export function writeSamples(into: Float32Array, networks: PpoNetworks, from: Assessed): void {
  const { observation, action } = networks.sizes
  const size = sampleSize(networks)
  for (let row = 0; row < from.advantages.length; row++) {
    const at = row * size
    into.set(from.observations.subarray(row * observation, (row + 1) * observation), at)
    into.set(from.actions.subarray(row * action, (row + 1) * action), at + observation)
    into[at + observation + action] = from.logProbability[row]!
    into[at + observation + action + 1] = from.advantages[row]!
    into[at + observation + action + 2] = from.returns[row]!
  }
}

/** The numbers 0 .. count - 1 in random order. */
export function shuffled(count: number, random: RandomStream): Float32Array {
  const order = Float32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const other = random.integer(i + 1)
    const kept = order[i]!
    order[i] = order[other]!
    order[other] = kept
  }
  return order
}
