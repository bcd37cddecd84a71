// What is compiled for rollouts of one shape: judging one, and going through it in minibatches.

import type { Compiled, Executor, Store } from '../tensor/program.ts'
import type { PpoNetworks } from './networks.ts'
import { assessProgram, improveProgram, type RolloutShape } from './programs.ts'
import type { PpoSettings } from './settings.ts'

export interface RolloutPrograms {
  readonly assess: Compiled<ReturnType<typeof assessProgram>['inputs']>
  readonly improve: Compiled<ReturnType<typeof improveProgram>['inputs']>
  /** Runs of `improve` in a pass over the rollout. */
  readonly runs: number
  dispose(): Promise<void>
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
  const assess = await executor.compile(assessProgram(networks, settings, shape), store)
  const improve = await executor.compile(improveProgram(networks, settings, { samples, updates }), store)
  return {
    assess,
    improve,
    runs: batches / updates,
    async dispose() {
      await assess.dispose()
      await improve.dispose()
    },
  }
}

/** The largest number that divides `whole` and is at most `most`. */
function largestDivisor(whole: number, most: number): number {
  let divisor = Math.min(whole, most)
  while (whole % divisor !== 0) divisor--
  return divisor
}
