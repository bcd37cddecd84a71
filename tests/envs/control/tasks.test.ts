// What all control tasks promise: whatever the motors do, nothing flies apart, and experts do better than chance.

import { describe, expect, test } from 'vitest'
import type { Env } from '../../../envs/contract.ts'
import { controlTasks } from '../../../envs/control/tasks.ts'
import { makeEnv, tasks } from '../../../envs/registry.ts'
import { type RandomStream, randomStream } from '../../../sim/random.ts'
import { looseness } from '../../support/looseness.ts'

const ids = controlTasks.map(({ id }) => id)

const DRIVERS: Readonly<Record<string, (random: RandomStream) => number>> = {
  random: (random) => random.uniform(-1, 1),
  'bang-bang': (random) => (random.uniform(-1, 1) < 0 ? -1 : 1),
}

function drive(env: Env, act: () => Float32Array, look: (step: ReturnType<Env['step']>) => void): void {
  let step = env.reset({ seed: 0 })
  const actions = Math.ceil(env.options.horizon / env.options.actionRepeat)
  for (let taken = 0, seed = 1; taken < actions; taken++) {
    if (step.terminated) step = env.reset({ seed: seed++ })
    step = env.step(act())
    look(step)
  }
}

test('all are registered, as the suite control', () => {
  expect(tasks.filter(({ suite }) => suite === 'control').map(({ id }) => id)).toEqual(ids)
  expect(ids).toEqual(['ant', 'half-cheetah', 'hopper', 'mountain-car', 'pendulum'])
})

describe.each(ids)('%s', (id) => {
  test.each(Object.keys(DRIVERS))('stays in one piece under %s actions for as long as an episode', async (driver) => {
    const env = await makeEnv(id, { physics: 'fast' })
    const random = randomStream(1, driver)
    const action = new Float32Array(env.actionSpace.low.length)
    let farthest = 0
    let loosest = 0
    const draw = () => action.map(() => DRIVERS[driver]!(random))
    drive(env, draw, ({ observation, reward }) => {
      farthest = Math.max(farthest, Math.abs(reward), ...observation.map(Math.abs))
      loosest = Math.max(loosest, looseness(env.scene(), env.poses()))
    })
    env.dispose()
    expect(farthest).toBeLessThan(FARTHEST)
    expect(loosest).toBeLessThan(LOOSEST)
  })
})

/** Of anything observed, in its unit: the speeds of driven joints, rad/s, are the largest. */
const FARTHEST = 60
/** Metres that the two sides of a hinge are apart. */
const LOOSEST = 0.01

/** What experts come to on two seeds, in so many control steps. */
const EXPERTS: readonly [id: string, horizon: number, success: boolean][] = [
  ['pendulum', 400, true],
  ['mountain-car', 300, true],
  ['half-cheetah', 800, true],
  ['ant', 800, true],
  ['hopper', 300, false],
]

test.each(EXPERTS)(
  'the expert of %s earns more than random actions do (%i control steps)',
  async (id, horizon, success) => {
    const env = await makeEnv(id, { physics: 'fast', horizon })
    const random = randomStream(2, 'chance')
    for (const seed of [101, 102]) {
      const expert = played(env, seed, () => env.expert())
      const chance = played(env, seed, () => env.expert().map(() => random.uniform(-1, 1)))
      expect(expert.success).toBe(success)
      expect(chance.success).toBe(false)
      expect(expert.total).toBeGreaterThan(chance.total + 50)
    }
    env.dispose()
  },
)

function played(env: Env, seed: number, act: () => Float32Array): { total: number; success: boolean } {
  let step = env.reset({ seed })
  let total = 0
  let success = false
  while (!step.terminated && !step.truncated) {
    step = env.step(act())
    total += step.reward
    success ||= step.info.success
  }
  return { total, success }
}
