// The smallest environment that fulfils envs/contract.ts: a point that flies to a goal, computed without an engine.

import type { BoxSpace, Env, EnvOptions, EnvSnapshot, Step } from '../../envs/contract.ts'
import type { Scene } from '../../sim/scene.ts'

const ENGINE = 'point 1'
const STEP_LENGTH = 0.02
const RADIUS = 0.05

/** Layout of the state: everything that decides what happens next. */
const POSITION = 0
const GOAL = 3
const STEPS = 6
const OVER = 7

export const pointDefaults: EnvOptions = { horizon: 50, physics: 'accurate', actionRepeat: 1, robot: 'panda' }

/** How many point environments have not been disposed of. */
export let livePointEnvs = 0

export function makePointEnv(id = 'point', given: Partial<EnvOptions> = {}): Promise<Env> {
  return Promise.resolve(pointEnv(id, { ...pointDefaults, ...given }))
}

function pointEnv(id: string, options: EnvOptions): Env {
  const state = new Float64Array(8)
  state[OVER] = 1
  const observation = new Float32Array(6)
  let disposed = false
  livePointEnvs += 1

  const distance = () => Math.sqrt([0, 1, 2].reduce((sum, axis) => sum + (state[axis]! - state[GOAL + axis]!) ** 2, 0))

  function look(terms: Record<string, number>, success: boolean): Step {
    observation.set(state.subarray(POSITION, GOAL + 3))
    return {
      observation,
      reward: 5 * terms.near! + 5 * terms.reached!,
      terminated: false,
      truncated: state[STEPS]! >= options.horizon,
      info: { terms, success },
    }
  }

  const termsNow = () => ({ near: 1 / (1 + 9 * distance()), reached: distance() <= RADIUS ? 1 : 0 })

  return {
    id,
    options,
    observationSpace: box(6, 2),
    actionSpace: box(3, 1),
    termNames: ['near', 'reached'],
    scales: { near: 5, reached: 5 },

    reset({ seed }) {
      if (disposed) throw new Error(`${id}: the environment was disposed of`)
      if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`${id}: the seed is ${seed}`)
      const random = mulberry(seed)
      state.fill(0)
      for (let axis = 0; axis < 3; axis++) state[GOAL + axis] = random() - 0.5
      return look(termsNow(), distance() <= RADIUS)
    },

    step(action) {
      rejectBadAction(action)
      if (state[OVER] === 1) throw new Error(`${id}: the episode is over; call reset`)
      const sums = { near: 0, reached: 0 }
      let success = false
      for (let held = 0; held < options.actionRepeat; held++) {
        for (let axis = 0; axis < 3; axis++) state[axis]! += STEP_LENGTH * action[axis]!
        state[STEPS]! += 1
        const terms = termsNow()
        sums.near += terms.near / options.actionRepeat
        sums.reached += terms.reached / options.actionRepeat
        success ||= distance() <= RADIUS
      }
      if (state[STEPS]! >= options.horizon) state[OVER] = 1
      return look(sums, success)
    },

    expert() {
      const towards = [0, 1, 2].map((axis) => (state[GOAL + axis]! - state[axis]!) / STEP_LENGTH)
      return Float32Array.from(towards, (entry) => Math.max(-1, Math.min(1, entry)))
    },

    scene: () => pointScene([state[GOAL]!, state[GOAL + 1]!, state[GOAL + 2]!]),

    poses(out = new Float32Array(7)) {
      out.set([state[0]!, state[1]!, state[2]!, 0, 0, 0, 1])
      return out
    },

    hash: () => fowlerNollVo(new Uint8Array(state.buffer)),

    snapshot(): EnvSnapshot {
      return { task: id, engine: ENGINE, world: new Uint8Array(state.buffer.slice(0)), state: {} }
    },

    restore(snapshot) {
      if (snapshot.task !== id) throw new Error(`${id}: the snapshot is of ${snapshot.task}`)
      state.set(new Float64Array(snapshot.world.slice().buffer))
    },

    dispose() {
      if (!disposed) livePointEnvs -= 1
      disposed = true
    },
  }
}

function rejectBadAction(action: Float32Array): void {
  if (action.length !== 3) throw new RangeError(`an action of length ${action.length}; expected 3`)
  action.forEach((entry, index) => {
    if (Number.isNaN(entry)) throw new RangeError(`action entry ${index} is NaN`)
    if (entry < -1 || entry > 1) throw new RangeError(`action entry ${index} is ${entry}; expected -1 to 1`)
  })
}

function box(size: number, bound: number): BoxSpace {
  return { shape: [size], low: new Float32Array(size).fill(-bound), high: new Float32Array(size).fill(bound) }
}

function pointScene(goal: readonly [number, number, number]): Scene {
  return {
    bodies: [
      {
        name: 'point',
        kind: 'dynamic',
        position: [0, 0, 0],
        geoms: [{ shape: { kind: 'sphere', radius: 0.02 }, colour: '#336699', touches: 'nothing' }],
      },
    ],
    joints: [],
    markers: [{ name: 'goal', position: goal, radius: RADIUS, colour: '#66aa66' }],
  }
}

function mulberry(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function fowlerNollVo(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 16777619)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
