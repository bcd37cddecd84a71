// The expert at cross purposes: it acts well, for another start and goal than those that count. A third of IPL's data are
// such episodes (Hejna and Sadigh 2023).

import type { Env, Step } from '../../envs/contract.ts'
import { makeEnv } from '../../envs/registry.ts'
import { randomStream } from '../../sim/random.ts'
import type { Behaviour } from './behaviour.ts'

/** The expert plays in a world of its own, made when the first episode begins; only its actions are seen here. */
export function crossGoal(): Behaviour {
  let elsewhere: Env | undefined
  return {
    name: 'cross-goal',
    policy: 'cross-goal',
    act(env, seed) {
      const otherSeed = randomStream(seed, 'cross-goal').integer(2 ** 32)
      let action: Float32Array = new Float32Array(env.actionSpace.low.length)
      let step: Step | undefined
      return async () => {
        elsewhere ??= await makeEnv(env.id, env.options)
        step ??= elsewhere.reset({ seed: otherSeed })
        if (step.terminated || step.truncated) return action
        action = elsewhere.expert()
        step = elsewhere.step(action)
        return action
      }
    },
    async dispose() {
      elsewhere?.dispose()
      elsewhere = undefined
    },
  }
}
