// Hands that take no care: what they do with any task, and how fast and how far things went under them.

import type { Env } from '../../envs/contract.ts'
import { CONTROL_STEP } from '../../sim/control-step.ts'
import { type RandomStream, randomStream } from '../../sim/random.ts'
import { POSE_SIZE } from '../../sim/world.ts'

/** Chooses actions for one episode. */
type Handling = (env: Env, random: RandomStream) => (observation: Float32Array, step: number) => Float32Array

/** The room of sim/props/table.ts around the middle of the table, metres, with a little for what stands in its walls. */
const ROOM = { y: 0.6, half: 1.52, floor: -0.07, ceiling: 2 }

const SIDES = 4

/** Every entry at one of its two ends, drawn anew after some steps. */
function sudden(random: RandomStream, every: number): (step: number) => Float32Array {
  let action = new Float32Array(SIDES)
  return (step) => {
    if (step % every === 0) action = Float32Array.from({ length: SIDES }, () => random.integer(2) * 2 - 1)
    return action
  }
}

export const handlings: Readonly<Record<string, Handling>> = {
  random: (_env, random) => () => Float32Array.from({ length: SIDES }, () => random.uniform(-1, 1)),

  maximal: (_env, random) => {
    const tear = sudden(random, 12)
    return (_observation, step) => tear(step)
  },

  /** Full speed onto the object, the gripper opening and closing. */
  pressing: () => (observation, step) => {
    const towards = (axis: number) => Math.sign(observation[4 + axis]! - observation[axis]!)
    return Float32Array.of(towards(0), towards(1), towards(2), step % 60 < 30 ? 1 : -1)
  },

  /** Does what the expert does, presses it down, tears it away, again and again. */
  jamming: (env, random) => {
    const tear = sudden(random, 12)
    return (_observation, step) => {
      const phase = Math.floor(step / 25) % 4
      if (phase === 3) return tear(step)
      const action = env.expert().slice()
      if (phase === 2) action[2] = -1
      return action
    }
  },
}

export interface Handled {
  /** Metres a second of the fastest body over one control step; NaN where a number was lost. */
  readonly fastest: number
  /** Whether every body stayed in the room at every step. */
  readonly inside: boolean
}

/** One episode in rough hands. */
export function handle(env: Env, handling: string, { seed, steps }: { seed: number; steps: number }): Handled {
  const act = handlings[handling]!(env, randomStream(seed, `rough/${handling}`))
  let { observation } = env.reset({ seed })
  const before = env.poses()
  const poses = before.slice()
  let [fastest, inside] = [0, true]
  for (let step = 0; step < steps; step++) {
    observation = env.step(act(observation, step)).observation
    env.poses(poses)
    for (let at = 0; at < poses.length; at += POSE_SIZE) {
      const [x, y, z] = [poses[at]!, poses[at + 1]!, poses[at + 2]!]
      inside &&= Math.abs(x) < ROOM.half && Math.abs(y - ROOM.y) < ROOM.half && z > ROOM.floor && z < ROOM.ceiling
      fastest = Math.max(fastest, Math.hypot(x - before[at]!, y - before[at + 1]!, z - before[at + 2]!) / CONTROL_STEP)
    }
    before.set(poses)
  }
  return { fastest, inside }
}
