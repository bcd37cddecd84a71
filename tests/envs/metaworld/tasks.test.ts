import { describe, expect, test } from 'vitest'
import type { Env, EnvOptions, Step } from '../../../envs/contract.ts'
import { buttonPress } from '../../../envs/metaworld/button-press.ts'
import { drawerOpen } from '../../../envs/metaworld/drawer-open.ts'
import { push } from '../../../envs/metaworld/push.ts'
import { reach } from '../../../envs/metaworld/reach.ts'
import { observedSites } from '../../../envs/metaworld/task.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { outsideBox } from '../../../envs/spaces.ts'
import { TCP_DROP } from '../../../sim/hand/constants.ts'
import { randomStream } from '../../../sim/random.ts'
import type { Vec3 } from '../../../sim/scene.ts'

const TASKS = [buttonPress, drawerOpen, push, reach]

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

describe.each(TASKS.map((task) => [task.id, task] as const))('%s', (id, task) => {
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
        expect(Array.from(observation.slice(11, 18))).toEqual(Array(7).fill(0))
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

/** Where the first observed object starts, over seeds. */
function starts(task: (typeof TASKS)[number]): Vec3[] {
  return Array.from({ length: 300 }, (_, seed) => {
    const placement = task.place(randomStream(seed, 'x'))
    const site = observedSites(task, placement)[0]!
    const body = placement.props.flatMap((prop) => prop.bodies).find(({ name }) => name === site.body)!
    return [0, 1, 2].map((axis) => body.position[axis]! + site.position[axis]!) as unknown as Vec3
  })
}

function range(values: readonly Vec3[], axis: number): [number, number] {
  const along = values.map((value) => value[axis]!)
  return [Math.min(...along), Math.max(...along)]
}

function expectRange([low, high]: [number, number], from: number, to: number): void {
  const slack = (to - from) * 0.05 + 1e-9
  expect(low).toBeGreaterThanOrEqual(from - 1e-9)
  expect(low).toBeLessThanOrEqual(from + slack)
  expect(high).toBeLessThanOrEqual(to + 1e-9)
  expect(high).toBeGreaterThanOrEqual(to - slack)
}

test('objects start where Meta-World starts them', () => {
  expectRange(range(starts(push), 0), -0.1, 0.1)
  expectRange(range(starts(push), 1), 0.6, 0.7)
  expectRange(range(starts(drawerOpen), 0), -0.1, 0.1)
  expectRange(range(starts(drawerOpen), 1), 0.74, 0.74)
  expectRange(range(starts(drawerOpen), 2), 0.09, 0.09)
  expectRange(range(starts(buttonPress), 0), -0.1, 0.1)
  expectRange(range(starts(buttonPress), 1), 0.7, 0.75)
  expectRange(range(starts(buttonPress), 2), 0.115, 0.115)
})

test('push keeps start and goal 15 cm apart in the plane', () => {
  for (let seed = 0; seed < 300; seed++) {
    const { props, goal } = push.place(randomStream(seed, 'x'))
    const [x, y] = props[0]!.bodies[0]!.position
    expect(Math.hypot(goal[0] - x, goal[1] - y)).toBeGreaterThanOrEqual(0.15)
  }
})

test('the reward is near 10 once a drawer is open, a puck is at its goal and a tcp has arrived', async () => {
  const best: Record<string, number> = {}
  for (const { id } of TASKS) {
    best[id] = await withEnv(id, { physics: 'fast', horizon: 200 }, (env) => {
      env.reset({ seed: 3 })
      return Math.max(...Array.from({ length: 200 }, () => env.step(env.expert()).reward))
    })
  }
  expect(best.push).toBe(10)
  expect(best.reach).toBe(10)
  expect(best['drawer-open']).toBeGreaterThan(6)
  expect(best['button-press']).toBeGreaterThan(9)
})
