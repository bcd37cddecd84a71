import { afterEach, describe, expect, it } from 'vitest'
import { makeEnv } from '../../envs/registry.ts'
import { makeVectorEnv } from '../../envs/vector.ts'
import { liveWorlds } from '../../sim/world.ts'

afterEach(() => expect(liveWorlds()).toBe(0))

describe('makeVectorEnv', () => {
  it('steps worlds of a registered task exactly as single ones', async () => {
    const env = await makeVectorEnv('drawer-open', { count: 2, autoreset: 'disabled', physics: 'fast' })
    const single = await makeEnv('drawer-open', { physics: 'fast' })
    expect(env).toMatchObject({ id: 'drawer-open', count: 2, observationSize: 39, actionSize: 4 })
    expect(env.options).toEqual(single.options)
    await env.reset([5, 6])
    single.reset({ seed: 6 })
    for (let step = 0; step < 30; step++) {
      const together = await env.step(await env.expert())
      const alone = single.step(single.expert())
      expect(together.observations.slice(39)).toEqual(alone.observation)
      expect(together.rewards[1]).toBe(Math.fround(alone.reward))
    }
    single.dispose()
    await env.dispose()
  })

  it('refuses unknown tasks, options and counts with what it found', async () => {
    const autoreset = 'disabled'
    await expect(makeVectorEnv('drawer-opn', { count: 2, autoreset })).rejects.toThrow('did you mean "drawer-open"')
    await expect(makeVectorEnv('push', { count: 0, autoreset })).rejects.toThrow('a vector environment of 0 worlds')
    const typo = 'same-stp' as 'same-step'
    await expect(makeVectorEnv('push', { count: 1, autoreset: typo })).rejects.toThrow('did you mean "same-step"')
    await expect(makeVectorEnv('push', { count: 1, autoreset, horizon: 0 })).rejects.toThrow(
      'horizon is a whole number',
    )
  })
})
