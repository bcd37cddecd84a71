// What is compiled for rollouts of one shape: judging one, and going through it in minibatches.

import type { RandomStream, Rollout } from '../contract.ts'
import type { Compiled, Executor, Store } from '../tensor/program.ts'
import type { PpoNetworks } from './networks.ts'
import { assessProgram, improveProgram, type RolloutShape, sampleSize } from './programs.ts'
import type { PpoSettings } from './settings.ts'

export interface RolloutPrograms {
  readonly assess: Compiled<ReturnType<typeof assessProgram>['inputs']>
  readonly improve: Compiled<ReturnType<typeof improveProgram>['inputs']>
  /** Runs of `improve` in a pass over the rollout. */
  readonly runs: number
}

/**
 * Most updates in one run. Measured on one core with 2 x 64 units, an epoch of 8,192 decisions in batches of 64: 141 ms
 * with 1, 116 with 4, 109 with 8, 101 with 16, which takes twice as long to compile as 8.
 */
const MOST_UPDATES = 8

export interface RolloutProgramOptions {
  readonly networks: PpoNetworks
  readonly settings: PpoSettings
  readonly shape: RolloutShape
  readonly executor: Executor
  readonly store: Store
}

export async function compileRolloutPrograms(options: RolloutProgramOptions): Promise<RolloutPrograms> {
  const { networks, settings, shape, executor, store } = options
  const samples = shape.episodes * shape.steps
  const batches = Math.floor(samples / settings.batch)
  const updates = largestDivisor(batches, MOST_UPDATES)
  return {
    assess: await executor.compile(assessProgram(networks, settings, shape), store),
    improve: await executor.compile(improveProgram(networks, settings, { samples, updates }), store),
    runs: batches / updates,
  }
}

/** The largest number that divides `whole` and is at most `most`. */
function largestDivisor(whole: number, most: number): number {
  let divisor = Math.min(whole, most)
  while (whole % divisor !== 0) divisor--
  return divisor
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

/** @throws RangeError when an array does not have the length that the counts say, or all of them are less than a batch */
export function checkRollout(rollout: Rollout, { sizes }: PpoNetworks, { batch }: PpoSettings): void {
  const { episodes, steps } = rollout
  const [samples, words] = [episodes * steps, `a rollout of ${episodes} episodes of ${steps} decisions`]
  const expected = {
    observations: (samples + episodes) * sizes.observation,
    actions: samples * sizes.action,
    rewards: samples,
  }
  for (const [name, length] of Object.entries(expected) as [keyof typeof expected, number][]) {
    const found = rollout[name].length
    if (found !== length) throw new RangeError(`${words} has ${length} ${name}, found ${found} numbers`)
  }
  if (samples >= batch) return
  throw new RangeError(`${words} is smaller than one batch of ${batch}; gather more, or type ppo.batch=${samples}`)
}
