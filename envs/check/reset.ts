// Checks of reset and of seeds.

import type { Env } from '../contract.ts'
import { refuses } from './refusal.ts'
import { EnvFault, envCheck, twinCheck } from './subject.ts'
import { firstDifference, momentOf, randomActions, trace } from './trace.ts'
import { checkWellFormed } from './well-formed.ts'

const SEED = 123

export const resetChecks = [
  envCheck('reset gives a well-formed first step that ends nothing', (env) => {
    const step = env.reset({ seed: SEED })
    checkWellFormed(env, step, 'after reset')
    if (!step.terminated && !step.truncated) return
    throw new EnvFault('reset reports an episode that is over', 'flags kept from the last episode')
  }),

  twinCheck('the same seed gives the same start, bit for bit', (first, second) => {
    const start = (env: Env) => [momentOf(env, env.reset({ seed: SEED }))]
    const expected = start(first)
    second.reset({ seed: SEED + 1 })
    const difference = firstDifference(expected, start(second)) ?? firstDifference(expected, start(first))
    if (difference === undefined) return
    throw new EnvFault(
      `two resets with seed ${SEED} differ at ${difference}`,
      'randomness that does not come from the seed',
    )
  }),

  envCheck('other seeds give other starts', (env) => {
    const starts = new Set(Array.from({ length: 8 }, (_, seed) => showStart(env, seed)))
    if (starts.size > 1) return
    throw new EnvFault('seeds 0 to 7 give one and the same start', 'a seed that is not used')
  }),

  envCheck('reset forgets the episode before', (env) => {
    const actions = randomActions(env, SEED, 20)
    const play = () => [momentOf(env, env.reset({ seed: SEED })), ...trace(env, actions)]
    const fresh = play()
    const difference = firstDifference(fresh, play())
    if (difference === undefined) return
    const found = `an episode of seed ${SEED} and the same again differ at ${difference}`
    throw new EnvFault(found, 'state that outlives reset, such as poses that were set back instead of built anew')
  }),

  envCheck('reset refuses what is no seed', (env) => {
    for (const seed of [-1, 0.5, Number.NaN]) {
      if (refuses(() => env.reset({ seed }))) continue
      throw new EnvFault(`reset accepted the seed ${seed}`, 'a seed that is not checked before it is used')
    }
  }),
]

function showStart(env: Env, seed: number): string {
  const { observation } = env.reset({ seed })
  return `${env.hash()} ${observation.join()}`
}
