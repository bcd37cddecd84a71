// Whole episodes of a policy, one per seed, and what came of each. Worlds side by side or one after the other: the same
// outcomes.

import type { Env, VectorEnv, VectorStep } from './contract.ts'
import { VectorEnvError } from './vector/checks.ts'

export interface EpisodeOutcome {
  readonly seed: number
  /** Sum of the rewards. */
  readonly return: number
  /** Actions taken. */
  readonly steps: number
  /** The success condition held at some step: Meta-World's measure. */
  readonly successAny: boolean
  /** It held at the last step. */
  readonly successLast: boolean
  /** The first action, counted from 0, after which it held. */
  readonly firstSuccess: number | undefined
}

/**
 * Actions for `count` observations, shape [count, action]; both arrays may be overwritten by the next call.
 * `() => env.expert()` is the scripted expert.
 */
export type Policy = (observations: Float32Array, count: number) => Float32Array | Promise<Float32Array>

/** One episode per seed, one after the other. */
export async function rollout(env: Env, policy: Policy, seeds: readonly number[]): Promise<EpisodeOutcome[]> {
  const outcomes: EpisodeOutcome[] = []
  for (const seed of seeds) {
    const tally = new Tally(seed)
    let step = env.reset({ seed })
    while (!step.terminated && !step.truncated) {
      step = env.step(await policy(step.observation, 1))
      tally.add(step.reward, step.info.success)
    }
    outcomes.push(tally.outcome())
  }
  return outcomes
}

/** One episode per seed, as many at a time as there are worlds; in the order of `seeds`. */
export async function rolloutVector(
  env: VectorEnv,
  policy: Policy,
  seeds: readonly number[],
): Promise<EpisodeOutcome[]> {
  if (env.autoreset !== 'disabled') {
    throw new VectorEnvError(`rolloutVector chooses the seeds itself: autoreset is ${env.autoreset}, expected disabled`)
  }
  if (seeds.length === 0) return []
  const tallies = seeds.map((seed) => new Tally(seed))
  // A world without a seed of its own repeats the first one: it has to be in some legal state.
  const queue = tallies.values()
  const playing: (Tally | undefined)[] = []
  const draw = (world: number): number => {
    playing[world] = queue.next().value
    return playing[world]?.seed ?? seeds[0]!
  }
  let step = await env.reset(Array.from({ length: env.count }, (_, world) => draw(world)))
  while (playing.some((tally) => tally !== undefined)) {
    step = await env.step(await policy(step.observations, env.count))
    for (const [world, tally] of playing.entries()) tally?.add(step.rewards[world]!, step.success[world] === 1)
    const next = playing.map((_, world) => (isOver(step, world) ? draw(world) : null))
    if (next.some((seed) => seed !== null)) step = await env.reset(next)
  }
  return tallies.map((tally) => tally.outcome())
}

function isOver({ terminated, truncated }: VectorStep, world: number): boolean {
  return terminated[world] === 1 || truncated[world] === 1
}

class Tally {
  readonly seed: number
  #return = 0
  #steps = 0
  #firstSuccess: number | undefined
  #success = false

  constructor(seed: number) {
    this.seed = seed
  }

  add(reward: number, success: boolean): void {
    // Rounded as vector environments round it, so that both ways of playing give the same return.
    this.#return += Math.fround(reward)
    if (success) this.#firstSuccess ??= this.#steps
    this.#steps += 1
    this.#success = success
  }

  outcome(): EpisodeOutcome {
    return {
      seed: this.seed,
      return: this.#return,
      steps: this.#steps,
      successAny: this.#firstSuccess !== undefined,
      successLast: this.#success,
      firstSuccess: this.#firstSuccess,
    }
  }
}
