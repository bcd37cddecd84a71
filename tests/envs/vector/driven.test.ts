import { describe, expect, it } from 'vitest'
import { vectorEnvOf } from '../../../envs/vector/thread.ts'
import { livePointEnvs, makePointEnv } from '../../support/point-env.ts'

const twoPoints = async () => vectorEnvOf([await makePointEnv(), await makePointEnv()], 'same-step')

describe('a vector environment refuses by name', () => {
  it('seeds that do not fit', async () => {
    const env = await twoPoints()
    await expect(env.reset([1])).rejects.toThrow('reset was given 1 seeds for 2 worlds; expected one per world')
    await expect(env.reset([1, 0.5])).rejects.toThrow('the seed of world 1 is 0.5; expected a whole number')
    await expect(env.reset([-1, 1])).rejects.toThrow('the seed of world 0 is -1')
    await expect(env.reset([1, null])).rejects.toThrow('world 1 has never been started; its first reset needs a seed')
    await env.dispose()
  })

  it('actions that do not fit, before any world moves', async () => {
    const env = await twoPoints()
    const before = structuredClone(await env.reset([1, 2]))
    const bad = (index: number, value: number) => Float32Array.from({ length: 6 }, (_, i) => (i === index ? value : 0))
    await expect(env.step(new Float32Array(5))).rejects.toThrow(
      'point: step was given 5 numbers; expected 2 worlds x 3 = 6',
    )
    await expect(env.step(bad(4, Number.NaN))).rejects.toThrow('action entry 1 of world 1 is NaN; expected -1 to 1')
    await expect(env.step(bad(2, 1.5))).rejects.toThrow('action entry 2 of world 0 is 1.5; expected -1 to 1')
    const { observations } = await env.step(new Float32Array(6))
    expect(observations).toEqual(before.observations)
    await env.dispose()
  })

  it('calls before the first reset, during a call and after dispose', async () => {
    const env = await twoPoints()
    await expect(env.step(new Float32Array(6))).rejects.toThrow('step was called before the first reset')
    await expect(env.expert()).rejects.toThrow('expert was called before the first reset')
    const reset = env.reset([1, 2])
    await expect(env.reset([3, 4])).rejects.toThrow('reset was called before the last call ended')
    await reset
    await env.dispose()
    await expect(env.reset([1, 2])).rejects.toThrow('point: reset was called after dispose')
  })
})

describe('dispose', () => {
  it('disposes of every world once, however often it is called', async () => {
    const before = livePointEnvs
    const env = await twoPoints()
    expect(livePointEnvs).toBe(before + 2)
    await env.dispose()
    await env.dispose()
    expect(livePointEnvs).toBe(before)
  })
})
