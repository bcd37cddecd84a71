import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Env, EnvOptions } from '../../../envs/contract.ts'
import { TaskEnvironment } from '../../../envs/metaworld/environment.ts'
import { reach } from '../../../envs/metaworld/reach.ts'
import type { Situation } from '../../../envs/metaworld/situation.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { liveWorlds } from '../../../sim/world.ts'

let made: Env[] = []
let worldsBefore = 0

beforeEach(() => {
  worldsBefore = liveWorlds()
})

afterEach(() => {
  for (const env of made) env.dispose()
  made = []
  expect(liveWorlds()).toBe(worldsBefore)
})

async function make(id: string, options?: Partial<EnvOptions>): Promise<Env> {
  const env = await makeEnv(id, options)
  made.push(env)
  return env
}

const STILL = new Float32Array(4)

function runExpert(env: Env, steps: number): void {
  for (let i = 0; i < steps; i++) env.step(env.expert())
}

test('a seed decides the episode, whatever happened before', async () => {
  const [fresh, used] = [await make('push'), await make('push')]
  used.reset({ seed: 1 })
  runExpert(used, 80)
  used.reset({ seed: 7 })
  fresh.reset({ seed: 7 })
  expect(used.hash()).toBe(fresh.hash())
  runExpert(used, 60)
  runExpert(fresh, 60)
  expect(used.hash()).toBe(fresh.hash())
  fresh.reset({ seed: 8 })
  used.reset({ seed: 7 })
  expect(used.hash()).not.toBe(fresh.hash())
})

test('reset reports no reward and an observation whose two frames are equal', async () => {
  const env = await make('drawer-open')
  const step = env.reset({ seed: 3 })
  expect(step).toMatchObject({ reward: 0, terminated: false, truncated: false, info: { success: false } })
  expect(step.info.terms).toEqual({ near: 0, open: 0 })
  expect(step.observation.slice(18, 36)).toEqual(step.observation.slice(0, 18))
})

test('actions of a wrong length, with NaN or outside [-1, 1] are refused by name and change nothing', async () => {
  const env = await make('reach')
  env.reset({ seed: 1 })
  const before = env.hash()
  const refuse = (values: number[], message: string) =>
    expect(() => env.step(Float32Array.from(values))).toThrow(`reach: the action ${message}`)
  refuse([0, 0, 0], 'has 3 numbers, expected 4')
  refuse([0, Number.NaN, 0, 0], '[1] is NaN, expected -1 to 1')
  refuse([0, 0, 1.5, 0], '[2] is 1.5, expected -1 to 1')
  refuse([0, 0, 0, Number.NEGATIVE_INFINITY], '[3] is -Infinity, expected -1 to 1')
  expect(env.hash()).toBe(before)
})

test('an episode is cut off exactly at the horizon, then stepping is refused until reset', async () => {
  const env = await make('reach', { horizon: 5 })
  env.reset({ seed: 1 })
  const truncated = [1, 2, 3, 4, 5].map(() => env.step(STILL).truncated)
  expect(truncated).toEqual([false, false, false, false, true])
  expect(() => env.step(STILL)).toThrow('reach: the episode ended at step 5: call reset')
  expect(env.reset({ seed: 1 }).truncated).toBe(false)
  env.step(STILL)
})

test('a repeated action gives the mean reward and terms, and success at any of its control steps', async () => {
  const [single, repeated] = [await make('drawer-open'), await make('drawer-open', { actionRepeat: 4, horizon: 200 })]
  single.reset({ seed: 5 })
  repeated.reset({ seed: 5 })
  for (let decision = 0; decision < 20; decision++) {
    const action = repeated.expert().slice()
    const steps = [0, 1, 2, 3].map(() => single.step(action))
    const step = repeated.step(action)
    expect(step.reward).toBeCloseTo(steps.reduce((sum, { reward }) => sum + reward, 0) / 4, 9)
    expect(step.info.terms.open).toBeCloseTo(steps.reduce((sum, { info }) => sum + info.terms.open!, 0) / 4, 9)
    expect(step.info.success).toBe(steps.some(({ info }) => info.success))
  }
  expect(repeated.hash()).toBe(single.hash())
})

test('success counts at any control step of a repeated action, not only at its last', () => {
  const passing = { ...reach, success: ({ tcp }: Situation) => tcp[0] > 0.02 && tcp[0] < 0.05 }
  const env = new TaskEnvironment(passing, { horizon: 100, physics: 'fast', actionRepeat: 20, robot: 'panda' })
  made.push(env)
  const first = env.reset({ seed: 1 })
  expect(first.info.success).toBe(false)
  const flown = env.step(Float32Array.of(1, 0, 0, 0))
  expect(flown.observation[0]).toBeGreaterThan(0.05)
  expect(flown.info.success).toBe(true)
  expect(env.step(Float32Array.of(1, 0, 0, 0)).info.success).toBe(false)
})

test('the previous frame is that of the previous decision', async () => {
  const env = await make('push', { actionRepeat: 3 })
  const before = env.reset({ seed: 2 }).observation.slice(0, 18)
  const { observation } = env.step(env.expert())
  expect(observation.slice(18, 36)).toEqual(before)
  expect(observation.slice(0, 18)).not.toEqual(before)
})

test('a horizon that is no multiple of the repeat ends with a shorter last action', async () => {
  const env = await make('reach', { actionRepeat: 4, horizon: 10 })
  const single = await make('reach', { horizon: 10 })
  env.reset({ seed: 1 })
  single.reset({ seed: 1 })
  const action = Float32Array.of(0.5, 0.5, 0.5, 1)
  expect([env.step(action).truncated, env.step(action).truncated, env.step(action).truncated]).toEqual([
    false,
    false,
    true,
  ])
  for (let i = 0; i < 10; i++) single.step(action)
  expect(env.hash()).toBe(single.hash())
})

test('terms are a fresh object each step', async () => {
  const env = await make('reach')
  env.reset({ seed: 1 })
  const first = env.step(STILL).info.terms
  const kept = { ...first }
  runExpert(env, 10)
  expect(first).toEqual(kept)
})

test('from a snapshot an episode goes on bit for bit, in the same and in another environment, through JSON', async () => {
  const env = await make('push')
  env.reset({ seed: 4 })
  runExpert(env, 45)
  const taken = env.snapshot()
  const snapshot = { ...taken, state: JSON.parse(JSON.stringify(taken.state)) }
  const play = (player: Env) => {
    const steps = Array.from({ length: 40 }, () => player.step(player.expert()))
    const last = steps.at(-1)!
    return { rewards: steps.map(({ reward }) => reward), observation: last.observation.slice(), hash: player.hash() }
  }
  const expected = play(env)
  env.restore(snapshot)
  expect(play(env)).toEqual(expected)
  env.reset({ seed: 9 })
  env.restore(snapshot)
  expect(play(env)).toEqual(expected)
  const other = await make('push')
  other.restore(snapshot)
  expect(other.scene()).toEqual(env.scene())
  expect(play(other)).toEqual(expected)
})

test('a snapshot also brings back the step count', async () => {
  const env = await make('reach', { horizon: 6 })
  env.reset({ seed: 1 })
  for (let i = 0; i < 4; i++) env.step(STILL)
  const snapshot = env.snapshot()
  env.reset({ seed: 2 })
  env.restore(snapshot)
  expect([env.step(STILL).truncated, env.step(STILL).truncated]).toEqual([false, true])
})

test('a snapshot of another task, engine or physics is refused by name', async () => {
  const env = await make('push')
  env.reset({ seed: 1 })
  const snapshot = env.snapshot()
  expect(() => env.restore({ ...snapshot, task: 'reach' })).toThrow("push: the snapshot's task is reach, expected push")
  expect(() => env.restore({ ...snapshot, engine: 'other 1.0' })).toThrow(
    "push: the snapshot's engine is other 1.0, expected rapier3d",
  )
  const fast = await make('push', { physics: 'fast' })
  expect(() => fast.restore(snapshot)).toThrow("push: the snapshot's physics is accurate, expected fast")
})

test('a broken snapshot is refused and leaves the episode as it was', async () => {
  const env = await make('push')
  env.reset({ seed: 1 })
  runExpert(env, 20)
  const snapshot = env.snapshot()
  runExpert(env, 20)
  const before = env.hash()
  expect(() => env.restore({ ...snapshot, world: snapshot.world.slice(0, 50) })).toThrow(
    'not a snapshot of this physics engine',
  )
  expect(env.hash()).toBe(before)
  runExpert(env, 20)
})

test('before reset and after dispose the environment says what to do', async () => {
  const env = await make('reach')
  for (const use of [
    () => env.step(STILL),
    () => env.expert(),
    () => env.scene(),
    () => env.hash(),
    () => env.snapshot(),
  ]) {
    expect(use).toThrow('reach: call reset first')
  }
  env.reset({ seed: 1 })
  const snapshot = env.snapshot()
  env.dispose()
  env.dispose()
  expect(() => env.step(STILL)).toThrow('reach: the environment was disposed of')
  expect(() => env.reset({ seed: 1 })).toThrow('reach: the environment was disposed of')
  expect(() => env.restore(snapshot)).toThrow('reach: the environment was disposed of')
})

test('a seed that is no whole number is refused, and the running episode goes on', async () => {
  const env = await make('reach')
  env.reset({ seed: 1 })
  expect(() => env.reset({ seed: -1 })).toThrow('a seed is a whole number from 0 to 2^53 - 1, found -1')
  env.step(STILL)
})

test('many resets and restores leave one world and no memory behind', async () => {
  const env = await make('drawer-open', { physics: 'fast' })
  const cycle = (seed: number) => {
    env.reset({ seed })
    env.step(STILL)
    env.restore(env.snapshot())
  }
  for (let seed = 0; seed < 60; seed++) cycle(seed)
  const before = process.memoryUsage().external
  for (let seed = 0; seed < 300; seed++) cycle(seed)
  expect(liveWorlds()).toBe(worldsBefore + 1)
  expect(process.memoryUsage().external - before).toBeLessThan(4_000_000)
})

test('the robot that is drawn changes nothing that is simulated, observed or rewarded', async () => {
  const [panda, sawyer] = [await make('pick-place', { robot: 'panda' }), await make('pick-place', { robot: 'sawyer' })]
  expect([panda.options.robot, sawyer.options.robot]).toEqual(['panda', 'sawyer'])
  expect([...sawyer.reset({ seed: 4 }).observation]).toEqual([...panda.reset({ seed: 4 }).observation])
  for (let step = 0; step < 60; step++) {
    const [one, other] = [panda.step(panda.expert()), sawyer.step(sawyer.expert())]
    expect([...other.observation]).toEqual([...one.observation])
    expect(other.reward).toBe(one.reward)
    expect(sawyer.hash()).toBe(panda.hash())
  }
  expect(sawyer.scene()).toEqual(panda.scene())
  expect(Buffer.from(sawyer.snapshot().world).equals(Buffer.from(panda.snapshot().world))).toBe(true)
})
