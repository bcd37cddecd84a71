// Rough handling: what is grasped, pressed down and torn away stays finite, slow and in the room, and the episode replays bit
// for bit. safety.test.ts has the actions that know nothing of the task.

import { describe, expect, test } from 'vitest'
import type { Env } from '../../../envs/contract.ts'
import { makeEnv, tasks } from '../../../envs/registry.ts'
import { randomStream } from '../../../sim/random.ts'
import { POSE_SIZE } from '../../../sim/world.ts'

const STEPS = 240
/** Half the room's size in the plane, around the middle of the table. */
const ROOM = 1.52
const MIDDLE_Y = 0.6
const FLOOR = -0.07
/** m/s */
const FASTEST = 20
const CONTROL_STEPS_A_SECOND = 80

type Act = (env: Env, step: number) => Float32Array

/** Full actions, drawn anew every twelve steps. */
function maximal(seed: number): Act {
  const stream = randomStream(seed, 'rough')
  let action = new Float32Array(4)
  return (_env, step) => {
    if (step % 12 === 0) action = Float32Array.from({ length: 4 }, () => stream.integer(2) * 2 - 1)
    return action
  }
}

/** Does what the expert does, then presses down, then tears away, again and again. */
function jamming(seed: number): Act {
  const tear = maximal(seed)
  return (env, step) => {
    const phase = Math.floor(step / 25) % 4
    if (phase === 3) return tear(env, step)
    const action = env.expert().slice()
    if (phase === 2) action[2] = -1
    return action
  }
}

/** Fastest and farthest body on the way. */
function handle(env: Env, seed: number, act: Act): { fastest: number; inside: boolean } {
  env.reset({ seed })
  const before = env.poses().slice()
  let fastest = 0
  let inside = true
  for (let step = 0; step < STEPS; step++) {
    env.step(act(env, step))
    const poses = env.poses()
    for (let at = 0; at < poses.length; at += POSE_SIZE) {
      const [x, y, z] = [poses[at]!, poses[at + 1]!, poses[at + 2]!]
      inside &&= Math.abs(x) < ROOM && Math.abs(y - MIDDLE_Y) < ROOM && z > FLOOR
      fastest = Math.max(fastest, Math.hypot(x - before[at]!, y - before[at + 1]!, z - before[at + 2]!))
    }
    before.set(poses)
  }
  return { fastest: fastest * CONTROL_STEPS_A_SECOND, inside }
}

describe.each(tasks.map(({ id }) => id))('%s', (id) => {
  test('stays in the room and below 20 m/s', async () => {
    const env = await makeEnv(id, { physics: 'fast' })
    for (const seed of [0, 1]) {
      const { fastest, inside } = handle(env, seed, jamming(seed))
      expect(inside, `seed ${seed}`).toBe(true)
      expect(fastest, `seed ${seed}`).toBeLessThan(FASTEST)
    }
    env.dispose()
  })

  test('500 steps replay to the same state, bit for bit', async () => {
    const env = await makeEnv(id, { physics: 'fast' })
    const play = () => {
      const act = jamming(3)
      env.reset({ seed: 3 })
      for (let step = 0; step < 500; step++) env.step(act(env, step))
      return env.hash()
    }
    const first = play()
    expect(first).toMatch(/^[0-9a-f]+$/)
    expect(play()).toBe(first)
    env.dispose()
  })
})
