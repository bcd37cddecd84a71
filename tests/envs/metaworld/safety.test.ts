// Whatever the actions: no number is lost, nothing leaves the room, nothing is flung about.

import { expect, test } from 'vitest'
import type { Env } from '../../../envs/contract.ts'
import { metaworldTasks } from '../../../envs/metaworld/tasks.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { CONTROL_STEP } from '../../../sim/physics.ts'
import { type RandomStream, randomStream } from '../../../sim/random.ts'

const STEPS = 250
/** Metres a second, and metres from the table's middle. */
const FASTEST = 20
const ROOM = 1.5

type Act = (observation: Float32Array, step: number, random: RandomStream) => number[]

const towards = (observation: Float32Array, axis: number) => Math.sign(observation[4 + axis]! - observation[axis]!)

const ACTS: Readonly<Record<string, Act>> = {
  random: (_, __, random) => Array.from({ length: 4 }, () => random.uniform(-1, 1)),
  'full, with sudden turns': (_, step, random) =>
    step % 12 === 0 ? Array.from({ length: 4 }, () => Math.sign(random.uniform(-1, 1))) : [],
  'pressing on the object, opening and closing': (observation, step) => [
    towards(observation, 0),
    towards(observation, 1),
    towards(observation, 2),
    step % 60 < 30 ? 1 : -1,
  ],
}

/** Greatest speed and distance of any body in an episode; NaN where a number was lost. */
function worst(env: Env, act: Act, seed: number): { speed: number; distance: number } {
  const random = randomStream(seed, 'safety')
  let { observation } = env.reset({ seed })
  let before = env.poses()
  let held = [0, 0, 0, 0]
  let [speed, distance] = [0, 0]
  for (let step = 0; step < STEPS; step++) {
    const chosen = act(observation, step, random)
    if (chosen.length > 0) held = chosen
    observation = env.step(Float32Array.from(held)).observation
    const poses = env.poses()
    for (let at = 0; at < poses.length; at += 7) {
      const [x, y, z] = [poses[at]!, poses[at + 1]!, poses[at + 2]!]
      const moved = Math.hypot(x - before[at]!, y - before[at + 1]!, z - before[at + 2]!)
      speed = Math.max(speed, moved / CONTROL_STEP)
      distance = Math.max(distance, Math.abs(x), Math.abs(y - 0.6), Math.abs(z))
    }
    before = poses
  }
  return { speed, distance }
}

test.each(metaworldTasks.map(({ id }) => id))('%s keeps its bodies', async (id) => {
  const env = await makeEnv(id, { physics: 'fast', horizon: STEPS })
  for (const [name, act] of Object.entries(ACTS)) {
    for (const seed of [1, 2]) {
      const { speed, distance } = worst(env, act, seed)
      // Written so that NaN fails.
      expect(speed < FASTEST, `${name}: ${speed} m/s`).toBe(true)
      expect(distance < ROOM, `${name}: ${distance} m away`).toBe(true)
    }
  }
  env.dispose()
})
