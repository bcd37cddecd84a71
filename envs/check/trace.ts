// What an environment says while it acts, copied so that it can be compared bit for bit.

import { randomStream } from '../../sim/random.ts'
import type { Env, Step } from '../contract.ts'

/** Everything that one moment shows, as named texts and numbers. */
export type Moment = ReadonlyMap<string, string | number | boolean>

export function momentOf(env: Env, { observation, reward, terminated, truncated, info }: Step): Moment {
  return new Map<string, string | number | boolean>([
    ['hash', env.hash()],
    ...Array.from(observation, (value, index) => [`observation[${index}]`, value] as const),
    ['reward', reward],
    ['terminated', terminated],
    ['truncated', truncated],
    ['success', info.success],
    ...Object.entries(info.terms).map(([name, value]) => [`term ${name}`, value] as const),
  ])
}

/** Takes the actions one after the other, to the end of the episode at most. */
export function trace(env: Env, actions: readonly Float32Array[]): Moment[] {
  return [...stepping(env, actions)].map(({ moment }) => moment)
}

/** Steps with the actions one after the other, to the end of the episode at most. */
export function* stepping(env: Env, actions: readonly Float32Array[]) {
  for (const [index, action] of actions.entries()) {
    const step = env.step(action)
    yield { index, action, step, moment: momentOf(env, step) }
    if (step.terminated || step.truncated) return
  }
}

/** Uniform actions of the action space, each held for a few steps so that the hand gets somewhere. */
export function randomActions({ actionSpace: { low, high } }: Env, seed: number, count: number): Float32Array[] {
  const random = randomStream(seed, 'check/actions')
  const draw = () => Float32Array.from(low, (least, entry) => random.uniform(least, high[entry]!))
  let action = draw()
  return Array.from({ length: count }, (_, step) => {
    if (step % 7 === 0) action = draw()
    return action
  })
}

/** Where two traces part, such as `step 3: reward is 1 and 2`; undefined when they are equal bit for bit. */
export function firstDifference(first: readonly Moment[], second: readonly Moment[]): string | undefined {
  for (const [step, moment] of first.entries()) {
    for (const [name, value] of moment) {
      const other = second[step]?.get(name)
      if (!Object.is(value, other)) return `step ${step}: ${name} is ${value} and ${other}`
    }
  }
  if (second.length > first.length) return `step ${first.length}: only the second goes on`
  return undefined
}
