import { describe, expect, test } from 'vitest'
import type { Env, EnvOptions, Step } from '../../../envs/contract.ts'
import { observedSites } from '../../../envs/metaworld/task.ts'
import { metaworldTasks } from '../../../envs/metaworld/tasks.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { outsideBox } from '../../../envs/spaces.ts'
import { tabletopTasks } from '../../../envs/tabletop/tasks.ts'
import { TCP_DROP } from '../../../sim/hand/constants.ts'
import { randomStream } from '../../../sim/random.ts'
import type { Vec3 } from '../../../sim/scene.ts'

async function withEnv<Result>(id: string, options: Partial<EnvOptions>, use: (env: Env) => Result): Promise<Result> {
  const env = await makeEnv(id, options)
  try {
    return use(env)
  } finally {
    env.dispose()
  }
}

/** Steps of an episode until its first success, counted in control steps; undefined when it never comes. */
function firstSuccess(env: Env, seed: number): number | undefined {
  env.reset({ seed })
  for (let step = env.options.actionRepeat; ; step += env.options.actionRepeat) {
    const { truncated, info } = env.step(env.expert())
    if (info.success) return step
    if (truncated) return undefined
  }
}

const inBox = ([x, y, z]: Vec3, low: Vec3, high: Vec3) =>
  [x, y, z].every((value, axis) => value >= low[axis]! - 1e-9 && value <= high[axis]! + 1e-9)

/** Best rewards of experts that succeed without ever reaching 10. */
const LEAST: Record<string, number> = {
  'box-close': 9.8,
  'button-press': 9,
  'button-press-topdown': 9,
  'button-press-topdown-wall': 9,
  'button-press-wall': 8,
  'coffee-button': 9.9,
  'dial-turn': 8,
  'door-lock': 8,
  'door-unlock': 9,
  'drawer-open': 6,
  'lever-pull': 6,
}

// Tasks of every suite that is built on this hand and this observation.
describe.each([...metaworldTasks, ...tabletopTasks].map((task) => [task.id, task] as const))('%s', (id, task) => {
  test('the expert solves every one of 30 episodes within 200 control steps, in every mode of use', async () => {
    const modes = [
      { physics: 'accurate', actionRepeat: 1 },
      { physics: 'fast', actionRepeat: 1 },
      { physics: 'fast', actionRepeat: 2 },
    ] as const
    for (const mode of modes) {
      await withEnv(id, { ...mode, horizon: 200 }, (env) => {
        const failed = Array.from({ length: 30 }, (_, i) => 500 + i).filter(
          (seed) => firstSuccess(env, seed) === undefined,
        )
        expect(failed, JSON.stringify(mode)).toEqual([])
      })
    }
  })

  test('random actions do not solve it, so success is not given away', async () => {
    await withEnv(id, { physics: 'fast', horizon: 100 }, (env) => {
      const random = randomStream(1, 'actions')
      const solved = Array.from({ length: 10 }, (_, seed) => {
        env.reset({ seed })
        let success = false
        for (let i = 0; i < 100; i++) {
          success ||= env.step(Float32Array.from([0, 0, 0, 0], () => random.uniform(-1, 1))).info.success
        }
        return success
      })
      expect(solved.filter(Boolean).length).toBeLessThanOrEqual(1)
    })
  })

  test('the expert reaches the full reward, or what is written above', async () => {
    await withEnv(id, { physics: 'fast', horizon: 200 }, (env) => {
      env.reset({ seed: 3 })
      const best = Math.max(...Array.from({ length: 200 }, () => env.step(env.expert()).reward))
      expect(best).toBeGreaterThanOrEqual(LEAST[id] ?? 10 - 1e-9)
    })
  })

  test('the reward is the sum of terms times scales, from 0 to 10, and the terms lie in [0, 1]', async () => {
    await withEnv(id, { physics: 'fast' }, (env) => {
      env.reset({ seed: 1 })
      expect(Object.keys(env.scales)).toEqual(env.termNames)
      expect(env.termNames.reduce((sum, name) => sum + env.scales[name]!, 0)).toBe(10)
      for (let i = 0; i < 120; i++) {
        const { reward, info } = env.step(env.expert())
        expect(Object.keys(info.terms).sort()).toEqual([...env.termNames].sort())
        for (const value of Object.values(info.terms)) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
        expect(reward).toBeCloseTo(
          env.termNames.reduce((sum, name) => sum + info.terms[name]! * env.scales[name]!, 0),
          9,
        )
      }
    })
  })

  test('observations lie in their space, hold tcp, object and goal, and quaternions have length 1', async () => {
    await withEnv(id, {}, (env) => {
      const check = ({ observation }: Step) => {
        expect(outsideBox(env.observationSpace, observation)).toBeUndefined()
        expect(Math.hypot(...observation.slice(7, 11))).toBeCloseTo(1, 5)
        if (task.observe.second) expect(Math.hypot(...observation.slice(14, 18))).toBeCloseTo(1, 5)
        else expect(Array.from(observation.slice(11, 18))).toEqual(Array(7).fill(0))
        expect(Array.from(observation.slice(36))).toEqual(env.scene().markers[0]!.position.map(Math.fround))
      }
      const start = env.reset({ seed: 6 })
      check(start)
      expect(start.observation.slice(0, 3)).toEqual(Float32Array.from(task.hand))
      expect(start.observation[3]).toBeCloseTo(1, 6)
      for (let i = 0; i < 30; i++) check(env.step(env.expert()))
      const left = env.scene().bodies.findIndex(({ name }) => name === 'left-finger') * 7
      const right = env.scene().bodies.findIndex(({ name }) => name === 'right-finger') * 7
      const poses = env.poses()
      const { observation } = env.step(Float32Array.of(0, 0, 0, -1))
      const middle = (axis: number) => (env.poses()[left + axis]! + env.poses()[right + axis]!) / 2
      expect(observation[0]).toBeCloseTo(middle(0), 6)
      expect(observation[2]).toBeCloseTo(middle(2) - 0.005 + TCP_DROP, 6)
      expect(env.poses()).not.toEqual(poses)
    })
  })

  test('goals fill their box, and every observed site is there', () => {
    for (let seed = 0; seed < 200; seed++) {
      const placement = task.place(randomStream(seed, 'x'))
      expect(inBox(placement.goal, task.goals.low, task.goals.high), `seed ${seed}`).toBe(true)
      expect(observedSites(task, placement)[0]!.name).toBe(task.observe.first)
    }
  })
})
