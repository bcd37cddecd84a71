// How well a policy does on given seeds, without its exploration noise.

import type { VectorEnv } from '../../envs/contract.ts'
import type { ObservationView } from '../../envs/views/view.ts'
import { wilsonInterval } from '../statistics/wilson.ts'
import { type Actor, type Round, runRound } from './round.ts'

export interface Score {
  /** Share of episodes with success at any step, and its 95% interval. */
  readonly success: number
  readonly successInterval: readonly [number, number]
  /** Share of episodes with success at the last step. */
  readonly successLast: number
  /** Mean sum of true rewards over an episode's control steps. */
  readonly return: number
}

export interface EvaluateRequest {
  /** As many worlds as seeds are evaluated at once. */
  readonly worlds: VectorEnv
  readonly view: ObservationView
  readonly actor: Actor
  readonly seeds: readonly number[]
  /** Decisions in an episode. */
  readonly steps: number
}

/** Runs every seed once, as many at a time as there are worlds. */
export async function evaluate({ worlds, view, actor, seeds, steps }: EvaluateRequest): Promise<Score> {
  const rounds: Round[] = []
  const counted: number[] = []
  for (let first = 0; first < seeds.length; first += worlds.count) {
    const some = seeds.slice(first, first + worlds.count)
    counted.push(some.length)
    // The last round fills its idle worlds with repeats, which are not counted.
    const filled = Array.from({ length: worlds.count }, (_, world) => some[world % some.length]!)
    rounds.push(await runRound({ worlds, view, seeds: filled, steps, actor }))
  }
  return scoreOf(rounds, counted, worlds.options.actionRepeat)
}

function scoreOf(rounds: readonly Round[], counted: readonly number[], actionRepeat: number): Score {
  const take = <Value>(values: (round: Round) => readonly Value[]) =>
    rounds.flatMap((round, index) => values(round).slice(0, counted[index]))
  const succeeded = take((round) => round.success)
  const last = take((round) => round.successLast)
  const rewards = take((round) => round.evidence)
  const episodes = succeeded.length
  const successes = succeeded.filter(Boolean).length
  return {
    success: successes / episodes,
    successInterval: wilsonInterval(successes, episodes),
    successLast: last.filter(Boolean).length / episodes,
    return: (rewards.reduce((sum, { rewards }) => sum + total(rewards), 0) * actionRepeat) / episodes,
  }
}

function total(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
