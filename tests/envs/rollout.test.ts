import { describe, expect, it } from 'vitest'
import type { Env } from '../../envs/contract.ts'
import { type Policy, rollout, rolloutVector } from '../../envs/rollout.ts'
import { vectorEnvOf } from '../../envs/vector/thread.ts'
import { makePointEnv } from '../support/point-env.ts'

const SEEDS = [11, 12, 13, 14, 15, 16, 17]

/** Flies towards the goal that it observes. */
const fly: Policy = (observations, count) => {
  const actions = new Float32Array(3 * count)
  for (let world = 0; world < count; world++) {
    for (let axis = 0; axis < 3; axis++) {
      const gap = observations[6 * world + 3 + axis]! - observations[6 * world + axis]!
      actions[3 * world + axis] = Math.max(-1, Math.min(1, 50 * gap))
    }
  }
  return actions
}

/** A point environment that terminates by itself when it succeeds. */
async function endingPoint(): Promise<Env> {
  const env = await makePointEnv()
  let over = false
  return {
    ...env,
    reset: (request) => {
      over = false
      return env.reset(request)
    },
    step: (action) => {
      if (over) throw new Error('the episode is over')
      const step = env.step(action)
      over = step.truncated || step.info.success
      return { ...step, terminated: step.info.success }
    },
  }
}

describe('rollout', () => {
  it('tells return, length and success of every episode', async () => {
    const env = await makePointEnv()
    const [outcome] = await rollout(env, () => env.expert(), [11])
    expect(outcome).toMatchObject({ seed: 11, steps: 50, successAny: true, successLast: true })
    env.reset({ seed: 11 })
    let sum = 0
    let first: number | undefined
    for (let step = 0; step < 50; step++) {
      const { reward, info } = env.step(env.expert())
      sum += Math.fround(reward)
      if (info.success) first ??= step
    }
    expect(outcome).toMatchObject({ return: sum, firstSuccess: first })
    env.dispose()
  })

  it('separates success at any step from success at the last', async () => {
    const env = await makePointEnv()
    let step = 0
    const passThrough: Policy = (observations) => {
      step += 1
      return step <= 30 ? fly(observations, 1) : Float32Array.of(1, 1, 1)
    }
    const [outcome] = await rollout(env, passThrough, [11])
    expect(outcome).toMatchObject({ successAny: true, successLast: false })
    env.dispose()
  })

  it('knows a failure', async () => {
    const env = await makePointEnv()
    const [outcome] = await rollout(env, () => Float32Array.of(-1, -1, -1), [11])
    expect(outcome).toMatchObject({ successAny: false, successLast: false, firstSuccess: undefined })
    env.dispose()
  })
})

describe('rolloutVector', () => {
  it.each([1, 3, 7, 10])('gives the outcomes of single episodes with %i worlds', async (count) => {
    const single = await endingPoint()
    const expected = await rollout(single, fly, SEEDS)
    single.dispose()
    const worlds = vectorEnvOf(await Promise.all(Array.from({ length: count }, endingPoint)), 'disabled')
    expect(await rolloutVector(worlds, fly, SEEDS)).toEqual(expected)
    await worlds.dispose()
    expect(new Set(expected.map(({ steps }) => steps)).size).toBeGreaterThan(2)
  })

  it('refuses worlds that start episodes of their own', async () => {
    const worlds = vectorEnvOf([await makePointEnv()], 'same-step')
    await expect(rolloutVector(worlds, fly, SEEDS)).rejects.toThrow('autoreset is same-step, expected disabled')
    await worlds.dispose()
  })
})
