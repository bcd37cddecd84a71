import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Autoreset, VectorEnv } from '../../../envs/contract.ts'
import { episodeSeed } from '../../../envs/vector/episode-seed.ts'
import { vectorEnvOf } from '../../../envs/vector/thread.ts'
import { livePointEnvs, makePointEnv } from '../../support/point-env.ts'

const HORIZON = 4
const STILL = new Float32Array(6)

async function twoPoints(autoreset: Autoreset): Promise<VectorEnv> {
  const make = () => makePointEnv('point', { horizon: HORIZON })
  return vectorEnvOf([await make(), await make()], autoreset)
}

/** First observation of an episode with this seed. */
async function firstObservation(seed: number): Promise<Float32Array> {
  const env = await makePointEnv()
  const { observation } = env.reset({ seed })
  env.dispose()
  return observation.slice()
}

const row = (values: Float32Array, index: number) => values.slice(index * 6, index * 6 + 6)

afterEach(() => expect(livePointEnvs).toBe(0))

describe('vectorEnvOf', () => {
  it('gives each world the rewards, terms and observations of a single environment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 4 }), fc.integer(), async (seeds, noise) => {
        const env = vectorEnvOf(await Promise.all(seeds.map(() => makePointEnv())), 'disabled')
        const singles = await Promise.all(seeds.map(() => makePointEnv()))
        await env.reset(seeds)
        for (const [world, single] of singles.entries()) single.reset({ seed: seeds[world]! })
        for (let step = 0; step < 5; step++) {
          const actions = Float32Array.from({ length: 3 * seeds.length }, (_, i) => ((noise + 7 * i + step) % 11) / 11)
          const together = await env.step(actions)
          for (const [world, single] of singles.entries()) {
            const alone = single.step(actions.slice(world * 3, world * 3 + 3))
            expect(row(together.observations, world)).toEqual(alone.observation)
            expect(together.rewards[world]).toBe(Math.fround(alone.reward))
            expect(together.success[world]).toBe(Number(alone.info.success))
            expect([...together.terms.slice(world * 2, world * 2 + 2)]).toEqual(
              env.termNames.map((name) => Math.fround(alone.info.terms[name]!)),
            )
          }
        }
        for (const single of singles) single.dispose()
        await env.dispose()
      }),
      { numRuns: 20 },
    )
  })

  it('gives the experts of all worlds', async () => {
    const env = await twoPoints('disabled')
    const single = await makePointEnv()
    await env.reset([5, 6])
    single.reset({ seed: 6 })
    expect((await env.expert()).slice(3)).toEqual(single.expert())
    single.dispose()
    await env.dispose()
  })

  it('needs at least one world', () => {
    expect(() => vectorEnvOf([], 'disabled')).toThrow('a vector environment of 0 worlds')
  })
})

describe('autoreset next-step', () => {
  it('shows the last observation, then ignores the action and starts the next episode', async () => {
    const env = await twoPoints('next-step')
    await env.reset([1, 2])
    for (let step = 1; step < HORIZON; step++) await env.step(STILL.fill(1))
    const ending = structuredClone(await env.step(STILL))
    expect([...ending.truncated]).toEqual([1, 1])
    expect(ending.observations).toEqual(ending.finalObservations)
    expect(row(ending.observations, 0)).not.toEqual(await firstObservation(episodeSeed(1, 1)))

    const started = await env.step(STILL)
    expect([...started.ignored]).toEqual([1, 1])
    expect([...started.rewards]).toEqual([0, 0])
    expect([...started.truncated]).toEqual([0, 0])
    expect(row(started.observations, 1)).toEqual(await firstObservation(episodeSeed(2, 1)))

    const next = await env.step(STILL)
    expect([...next.ignored]).toEqual([0, 0])
    expect(next.rewards[0]).toBeGreaterThan(0)
    await env.dispose()
  })
})

describe('autoreset same-step', () => {
  it('starts the next episode inside the ending step and keeps the last observation of the old one', async () => {
    const env = await twoPoints('same-step')
    const single = await makePointEnv('point', { horizon: HORIZON })
    single.reset({ seed: 2 })
    await env.reset([1, 2])
    for (let step = 1; step < HORIZON; step++) {
      const { observations, finalObservations } = await env.step(STILL.fill(1))
      expect(observations).toEqual(finalObservations)
      single.step(STILL.slice(3))
    }
    const last = single.step(STILL.slice(3))
    const ending = await env.step(STILL)
    expect([...ending.truncated]).toEqual([1, 1])
    expect(ending.rewards[1]).toBe(Math.fround(last.reward))
    expect(row(ending.finalObservations, 1)).toEqual(last.observation)
    expect(row(ending.observations, 1)).toEqual(await firstObservation(episodeSeed(2, 1)))
    expect([...ending.ignored]).toEqual([0, 0])
    single.dispose()
    await env.dispose()
  })

  it('draws new starts for every episode and repeats them after the same reset', async () => {
    const env = await twoPoints('same-step')
    const starts = async () => {
      const seen = [row((await env.reset([7, 8])).observations, 0).join()]
      for (let step = 1; step <= 3 * HORIZON; step++) {
        const { observations } = await env.step(STILL)
        if (step % HORIZON === 0) seen.push(row(observations, 0).join())
      }
      return seen
    }
    const first = await starts()
    expect(new Set(first).size).toBe(4)
    expect(await starts()).toEqual(first)
    await env.dispose()
  })
})

describe('autoreset disabled', () => {
  it('refuses to step a world that is over and moves nothing', async () => {
    const env = await twoPoints('disabled')
    await env.reset([1, 2])
    for (let step = 0; step < 2; step++) await env.step(STILL)
    await env.reset([null, 3])
    for (let step = 0; step < 2; step++) await env.step(STILL)
    await expect(env.step(STILL)).rejects.toThrow('the episode of world 0 is over and autoreset is disabled')

    const started = await env.reset([4, null])
    expect(row(started.observations, 0)).toEqual(await firstObservation(4))
    await env.step(STILL)
    const step = await env.step(STILL)
    expect([...step.truncated]).toEqual([0, 1])
    await env.dispose()
  })
})
