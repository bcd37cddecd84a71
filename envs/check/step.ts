// Checks of step: form, determinism, the end of an episode.

import type { Env } from '../contract.ts'
import { refuses } from './refusal.ts'
import { EnvFault, envCheck, STEPS, twinCheck } from './subject.ts'
import { firstDifference, randomActions, stepping, trace } from './trace.ts'
import { checkWellFormed } from './well-formed.ts'

const SEED = 7
const HORIZON = 20

export const stepChecks = [
  envCheck('every step is well-formed and has an info of its own', (env) => {
    env.reset({ seed: SEED })
    let before: unknown
    for (const { index, step } of stepping(env, randomActions(env, SEED, STEPS))) {
      checkWellFormed(env, step, `at step ${index}`)
      if (step.info.terms === before) {
        throw new EnvFault(
          `step ${index} returned the terms object of the step before`,
          'one object filled again and again',
        )
      }
      before = step.info.terms
    }
  }),

  twinCheck('the same actions lead to the same outcome, bit for bit', (first, second) => {
    const actions = randomActions(first, SEED, STEPS)
    const play = (env: Env) => {
      env.reset({ seed: SEED })
      return trace(env, actions)
    }
    const difference = firstDifference(play(first), play(second))
    if (difference === undefined) return
    const found = `two environments with one seed and the same actions differ at ${difference}`
    throw new EnvFault(found, 'something shared between environments, a clock, or unseeded randomness')
  }),

  envCheck('step leaves the action as it was given', (env) => {
    env.reset({ seed: SEED })
    const [action] = randomActions(env, SEED, 1)
    const before = action!.slice()
    env.step(action!)
    if (action!.every((entry, index) => Object.is(entry, before[index]))) return
    throw new EnvFault('step changed the action that it was given', 'scaling or clipping in place')
  }),

  envCheck(
    'an episode is cut off at the horizon, not before and not after',
    (env) => {
      env.reset({ seed: SEED })
      for (const [index, action] of randomActions(env, SEED, HORIZON).entries()) {
        const { terminated, truncated } = env.step(action)
        if (terminated) return
        if (truncated === (index === HORIZON - 1)) continue
        const found = `with a horizon of ${HORIZON}, truncated is ${truncated} at action ${index + 1}`
        throw new EnvFault(found, 'a step counter that is off by one or not set back by reset')
      }
    },
    { horizon: HORIZON },
  ),

  envCheck(
    'step after the end and before the first reset is refused',
    (env) => {
      const [action] = randomActions(env, SEED, 1)
      if (!refuses(() => env.step(action!))) {
        throw new EnvFault('step before the first reset was obeyed', 'an episode that starts without a seed')
      }
      env.reset({ seed: SEED })
      while (!isOver(env, action!));
      if (refuses(() => env.step(action!))) return
      throw new EnvFault('step after the end of the episode was obeyed', 'an end that is reported but not remembered')
    },
    { horizon: 3 },
  ),
]

function isOver(env: Env, action: Float32Array): boolean {
  const { terminated, truncated } = env.step(action)
  return terminated || truncated
}
