// Golden hashes: the same build, task, seed and actions must give the same state on every machine and in every process.
// A change of engine, hand, props or placement changes them; run `npx vitest run tests/golden -u` and say why in the commit.

import { expect, test } from 'vitest'
import type { Env } from '../../envs/contract.ts'
import { makeEnv, tasks } from '../../envs/registry.ts'
import { engineBuild } from '../../sim/engine.ts'
import { randomStream } from '../../sim/random.ts'

const SEEDS = [0, 1, 123_456_789_012]
const STEPS = 160
const EVERY = 40

/** Hashes along an episode whose actions come from `act`. */
function hashes(env: Env, seed: number, act: (step: number) => Float32Array): string[] {
  env.reset({ seed })
  const found = [env.hash()]
  for (let step = 1; step <= STEPS; step++) {
    env.step(act(step))
    if (step % EVERY === 0) found.push(env.hash())
  }
  return found
}

/** Random directions held for eight steps each. */
function wandering(seed: number, size: number): (step: number) => Float32Array {
  const random = randomStream(seed, 'golden')
  const draw = () => Float32Array.from({ length: size }, () => random.uniform(-1, 1))
  let action = draw()
  return (step) => {
    if (step % 8 === 0) action = draw()
    return action
  }
}

test.each(['accurate', 'fast'] as const)('%s episodes end in the states written down', async (physics) => {
  const found: Record<string, unknown> = {}
  for (const { id } of tasks) {
    const env = await makeEnv(id, { physics, actionRepeat: 1, horizon: 500, ending: 'stay' })
    for (const seed of SEEDS) {
      found[`${id}, seed ${seed}`] = {
        wandering: hashes(env, seed, wandering(seed, env.actionSpace.low.length)),
        expert: hashes(env, seed, () => env.expert()),
      }
    }
    env.dispose()
  }
  expect(Object.keys(found)).toHaveLength(tasks.length * SEEDS.length)
  const document = `${JSON.stringify({ engine: engineBuild(), physics, every: EVERY, episodes: found }, null, 2)}\n`
  await expect(document).toMatchFileSnapshot(`tasks-${physics}.json`)
})
