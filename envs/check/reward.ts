// Checks of the reward and of held actions.

import type { Env, Step } from '../contract.ts'
import { type EnvCheck, EnvFault, envCheck, STEPS } from './subject.ts'
import { randomActions, stepping } from './trace.ts'

const SEED = 9
const REPEAT = 4
/** Sums may be taken in another order. */
const TOLERANCE = 1e-6

type Outcome = Pick<Step, 'reward' | 'info'>

export const rewardChecks: readonly EnvCheck[] = [
  envCheck('the reward is the sum of terms times scales', (env) => {
    env.reset({ seed: SEED })
    for (const { index, step } of stepping(env, randomActions(env, SEED, STEPS))) {
      const { reward, info } = step
      const sum = env.termNames.reduce((total, name) => total + info.terms[name]! * env.scales[name]!, 0)
      if (close(reward, sum)) continue
      const found = `at step ${index} the reward is ${reward}, the weighted terms add up to ${sum}`
      throw new EnvFault(found, 'a bonus outside the terms, or scaled terms in info.terms')
    }
  }),

  {
    name: 'a held action gives the means of its control steps and ends where they end',
    run: async ({ make }) => {
      const held = await make({ horizon: STEPS, actionRepeat: REPEAT })
      const single = await make({ horizon: STEPS, actionRepeat: 1 })
      try {
        compareHeld(held, single)
      } finally {
        held.dispose()
        single.dispose()
      }
    },
  },
]

function compareHeld(held: Env, single: Env): void {
  held.reset({ seed: SEED })
  single.reset({ seed: SEED })
  for (const [index, action] of randomActions(held, SEED, 10).entries()) {
    const together = held.step(action)
    const steps = [...stepping(single, Array<Float32Array>(REPEAT).fill(action))].map(({ step }) => step)
    const rest = Array<Outcome>(REPEAT - steps.length).fill(nothing(single))
    const apart = [...steps.map(({ reward, info }) => ({ reward, info })), ...rest]
    if (held.hash() !== single.hash()) {
      const found = `action ${index} held for ${REPEAT} control steps ends in another state than ${REPEAT} steps`
      throw new EnvFault(found, 'an action that is scaled by how long it is held')
    }
    checkMeans(together, apart, index)
    if (together.terminated) return
  }
}

/** What a control step is worth that the episode did not live to see. */
function nothing({ termNames }: Env): Outcome {
  return { reward: 0, info: { terms: Object.fromEntries(termNames.map((name) => [name, 0])), success: false } }
}

function checkMeans(together: Step, apart: readonly Outcome[], index: number): void {
  const means: [string, number, number][] = [['reward', together.reward, mean(apart.map(({ reward }) => reward))]]
  for (const [name, value] of Object.entries(together.info.terms)) {
    means.push([`term ${name}`, value, mean(apart.map(({ info }) => info.terms[name]!))])
  }
  const wrong = means.find(([, found, expected]) => !close(found, expected))
  if (wrong !== undefined) {
    const [what, found, expected] = wrong
    throw new EnvFault(
      `held action ${index}: ${what} is ${found}, expected the mean ${expected}`,
      'a sum or the last value',
    )
  }
  const success = apart.some(({ info }) => info.success)
  if (together.info.success === success) return
  const found = `held action ${index}: success is ${together.info.success}, its control steps say ${success}`
  throw new EnvFault(found, 'success that is looked at only at the end of the action')
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b))
}
