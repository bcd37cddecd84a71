import { describe, expect, test } from 'vitest'
import type { Env, EnvOptions } from '../../../envs/contract.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { robomimicTasks } from '../../../envs/robomimic/tasks.ts'
import { randomStream } from '../../../sim/random.ts'
import { inverse, multiply, plus, turned } from '../../../sim/vector.ts'

async function withEnv<Result>(id: string, options: Partial<EnvOptions>, use: (env: Env) => Result): Promise<Result> {
  const env = await makeEnv(id, options)
  try {
    return use(env)
  } finally {
    env.dispose()
  }
}

/** Whether an episode succeeds within so many actions. */
function solves(env: Env, seed: number, actions: number, act: () => Float32Array): boolean {
  env.reset({ seed })
  for (let i = 0; i < actions; i++) if (env.step(act()).info.success) return true
  return false
}

const SIZES: Readonly<Record<string, number>> = { can: 23, lift: 19, square: 23 }

describe.each(robomimicTasks.map(({ id }) => id))('%s', (id) => {
  test('runs at 20 actions a second for 400 actions of seven numbers', async () => {
    await withEnv(id, {}, (env) => {
      expect(env.options).toMatchObject({ horizon: 1600, actionRepeat: 4 })
      expect(env.actionSpace.shape).toEqual([7])
      expect(env.observationSpace.shape).toEqual([SIZES[id]])
    })
  })

  test('the expert solves every one of six episodes within 150 actions, in both physics modes', async () => {
    for (const physics of ['accurate', 'fast'] as const) {
      await withEnv(id, { physics }, (env) => {
        const failed = Array.from({ length: 6 }, (_, i) => 500 + i).filter(
          (seed) => !solves(env, seed, 150, () => env.expert()),
        )
        expect(failed, physics).toEqual([])
      })
    }
  })

  test('random actions do not solve it', async () => {
    await withEnv(id, { physics: 'fast' }, (env) => {
      const random = randomStream(1, 'actions')
      const act = () => Float32Array.from({ length: 7 }, () => random.uniform(-1, 1))
      expect([0, 1, 2, 3].filter((seed) => solves(env, seed, 100, act))).toEqual([])
    })
  })

  test('the observation says where hand and object are, and the object as seen from the hand', async () => {
    await withEnv(id, {}, (env) => {
      env.reset({ seed: 7 })
      let observation = env.step(env.expert()).observation
      for (let i = 0; i < 12; i++) observation = env.step(env.expert()).observation
      const numbers = (at: number, count: number) => Array.from(observation.subarray(at, at + count))
      const [tcp, rotation] = [numbers(0, 3), numbers(3, 4)] as unknown as [
        [number, number, number],
        [number, number, number, number],
      ]
      const [position, turn] = [numbers(9, 3), numbers(12, 4)] as unknown as [typeof tcp, typeof rotation]
      const body = env.scene().bodies.findIndex(({ name }) => name === { can: 'can', lift: 'cube', square: 'nut' }[id])
      expect([...position, ...turn]).toEqual(Array.from(env.poses().subarray(7 * body, 7 * body + 7)))
      expect(Math.hypot(...rotation)).toBeCloseTo(1, 6)
      const [left, right] = numbers(7, 2)
      expect(left! < 0 && right! > 0 && right! < 0.046, `${left}, ${right}`).toBe(true)
      const away = numbers(16, 3) as [number, number, number]
      const back = observation.length === 19 ? away : turned(rotation, away)
      expect(plus(tcp, back)).toEqual(position.map((value) => expect.closeTo(value, 5)))
      if (observation.length === 23) {
        expect(numbers(19, 4)).toEqual(multiply(inverse(rotation), turn).map((value) => expect.closeTo(value, 5)))
      }
    })
  })

  test('the hand starts close to its place, never twice the same', async () => {
    await withEnv(id, {}, (env) => {
      const starts = Array.from({ length: 20 }, (_, seed) => Array.from(env.reset({ seed }).observation.subarray(0, 7)))
      expect(new Set(starts.map(String)).size).toBe(20)
      for (const [x, y, z, , , turnZ, turnW] of starts) {
        expect(Math.hypot(x!, y! - 0.5, z! - 0.205)).toBeLessThan(0.06)
        expect(Math.abs(2 * Math.atan2(turnZ!, turnW!) - Math.PI / 2)).toBeLessThan(0.1)
      }
    })
  })
})
