// What happened in one episode, complete enough to be drawn without physics and to be simulated again bit for bit.
// Pure encoding and decoding; files are the caller's business.

import type { RobotName } from './arm/robots.ts'
import type { Scene } from './scene.ts'

/** Poses over time for drawing: 7 numbers a body (position x y z, quaternion x y z w), in the order of `scene.bodies`. */
export interface PoseTrack {
  /** Seconds between frames. */
  readonly interval: number
  /** Shape [frames, bodies, 7]; frame 0 is the state after reset. */
  readonly values: Float32Array
}

export interface Recording {
  readonly task: string
  /** Name and version of the physics build; hashes of different builds differ. */
  readonly engine: string
  readonly seed: number
  /** The options that the environment was made with; with task, seed and actions they determine everything. */
  readonly options: {
    readonly horizon: number
    readonly physics: 'accurate' | 'fast'
    readonly actionRepeat: number
    /** Whose arm to draw; nothing else depends on it. The default one where a recording's bytes do not say. */
    readonly robot: RobotName
    /** Whether the state stays as it is after an episode that ended by itself; it stops there where nothing is said. */
    readonly ending?: 'stop' | 'stay'
    /** Which variant of the task, where it has any. */
    readonly variant?: string
  }
  /** Who acted: `expert`, `random`, or a run and its checkpoint. */
  readonly policy: string
  readonly actionSize: number
  /** Shape [steps, actionSize]. */
  readonly actions: Float32Array
  /** State hash after every `every` steps, the last step included. */
  readonly hashes: { readonly every: number; readonly values: readonly string[] }
  /** Named raw reward terms, shape [steps, names]. */
  readonly terms: { readonly names: readonly string[]; readonly values: Float32Array }
  /** Environment reward, shape [steps]. */
  readonly rewards: Float32Array
  /** 1 where the task's success condition held, shape [steps]. */
  readonly success: Uint8Array
  readonly scene: Scene
  readonly poses: PoseTrack
}
