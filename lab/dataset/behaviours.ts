// Who acts in a dataset, besides trained runs.

import type { Env } from '../../envs/contract.ts'
import type { Act } from '../../envs/record.ts'
import { randomStream } from '../../sim/random.ts'

/** Makes the actor of one episode. */
export type Behaviour = (env: Env, seed: number) => Act

const expert: Behaviour = (env) => () => env.expert()

/** Uniform over the action space, drawn anew at every step. */
const random: Behaviour = (env, seed) => {
  const { low, high } = env.actionSpace
  const stream = randomStream(seed, 'random behaviour')
  const action = new Float32Array(low.length)
  return () => {
    for (let i = 0; i < action.length; i++) action[i] = stream.uniform(low[i]!, high[i]!)
    return action
  }
}

export const behaviours: Readonly<Record<string, Behaviour>> = { expert, random }
