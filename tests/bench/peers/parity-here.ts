// Plays a task here with its scripted expert or at random, as the Python side of the comparison does there.

import type { Env } from '../../../envs/contract.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { randomStream } from '../../../sim/random.ts'

/** What one side made of a task, episode by episode. */
export interface Played {
  /** Steps to the first success, or null. */
  readonly firstSuccess: readonly (number | null)[]
  readonly rewardAtSuccess: readonly (number | null)[]
  readonly bestReward: readonly number[]
  /** The first observation of each episode. */
  readonly starts: readonly (readonly number[])[]
  /** Bounds of the observation; null where there is none. */
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
  readonly stepsPerSecond: number
}

export type PlayedPolicy = 'expert' | 'random'

interface Request {
  readonly policy: PlayedPolicy
  readonly episodes: number
  /** Steps that an episode goes on after its first success. */
  readonly after: number
}

export async function playHere(task: string, { policy, episodes, after }: Request): Promise<Played> {
  const env = await makeEnv(task)
  const random = randomStream(1, `${task}/random`)
  const atRandom = () => new Float32Array(4).map(() => random.uniform(-1, 1))
  const firstSuccess: (number | null)[] = []
  const rewardAtSuccess: (number | null)[] = []
  const bestReward: number[] = []
  const starts: number[][] = []
  let [steps, seconds] = [0, 0]
  for (let seed = 0; seed < episodes; seed++) {
    starts.push([...env.reset({ seed }).observation])
    const began = performance.now()
    const { rewards, first } = playEpisode(env, policy === 'random' ? atRandom : (env) => env.expert(), after)
    seconds += (performance.now() - began) / 1000
    steps += rewards.length
    firstSuccess.push(first === undefined ? null : first + 1)
    rewardAtSuccess.push(first === undefined ? null : rewards[first]!)
    bestReward.push(Math.max(...rewards))
  }
  const { low, high } = env.observationSpace
  env.dispose()
  const bounds = (values: Float32Array) => [...values].map((value) => (Number.isFinite(value) ? value : null))
  return {
    ...{ firstSuccess, rewardAtSuccess, bestReward, starts },
    ...{ low: bounds(low), high: bounds(high), stepsPerSecond: steps / seconds },
  }
}

function playEpisode(
  env: Env,
  act: (env: Env) => Float32Array,
  after: number,
): { rewards: number[]; first: number | undefined } {
  const rewards: number[] = []
  let first: number | undefined
  for (let step = 0; ; step++) {
    const { reward, truncated, terminated, info } = env.step(act(env))
    rewards.push(reward)
    if (info.success) first ??= step
    if (truncated || terminated || (first !== undefined && step >= first + after)) return { rewards, first }
  }
}
