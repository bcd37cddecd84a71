// What an environment is: Gymnasium's meaning with TypeScript's manners. `checkEnv` (check.ts) tests all that is said here.

import type { RobotName } from '../sim/arm/robots.ts'
import type { Scene } from '../sim/scene.ts'

/** A box of reals; `low` and `high` have one number per entry. */
export interface BoxSpace {
  readonly shape: readonly number[]
  readonly low: Float32Array
  readonly high: Float32Array
}

export interface EnvOptions {
  /** Control steps (1/80 s each) until an episode is cut off. Default 500. */
  readonly horizon: number
  /** `accurate`: two physics steps of 1/160 s a control step; `fast`: one of 1/80 s. */
  readonly physics: 'accurate' | 'fast'
  /**
   * Control steps that one action is held for; rewards and terms are means over them, and those after the end of an episode
   * count as 0. Default 1.
   */
  readonly actionRepeat: number
  /** Whose arm is drawn behind the hand. Drawn only: physics, observations and rewards are the same. Default `panda`. */
  readonly robot: RobotName
  /**
   * What comes after an episode that ended by itself. `stop`: nothing, stepping on is refused. `stay`: the state stays as it
   * is until the horizon, worth nothing, so that all episodes have one length, and their length tells nobody what is wanted.
   * Default `stop`.
   */
  readonly ending?: Ending
  /**
   * Which of a task's variants, such as other colours or other forces; only tasks with variants take it, and they have a
   * default of their own.
   */
  readonly variant?: string
}

export type Ending = 'stop' | 'stay'

export interface StepInfo {
  /** Raw reward terms by name, before scaling. A fresh object each step. */
  readonly terms: Readonly<Record<string, number>>
  /** Whether the success condition held at any control step of this action. */
  readonly success: boolean
}

export interface Step {
  /** Owned by the environment and overwritten by the next step; copy what you keep. */
  readonly observation: Float32Array
  /** Sum of terms times scales. */
  readonly reward: number
  /** The task ended by itself; never where `ending` is `stay`. */
  readonly terminated: boolean
  /** The horizon was reached; the value of the last state still counts. */
  readonly truncated: boolean
  readonly info: StepInfo
}

/** Everything needed to go on from a moment: engine bytes and the environment's own state. Opaque to callers. */
export interface EnvSnapshot {
  readonly task: string
  readonly engine: string
  readonly world: Uint8Array
  readonly state: Readonly<Record<string, unknown>>
}

export interface Env {
  readonly id: string
  readonly options: EnvOptions
  readonly observationSpace: BoxSpace
  readonly actionSpace: BoxSpace
  /** Names of the reward terms, in a fixed order, and what each is multiplied by. */
  readonly termNames: readonly string[]
  readonly scales: Readonly<Record<string, number>>
  /** Starts an episode. The seed alone decides start and goal. */
  reset(request: { readonly seed: number }): Step
  /** @throws by name on a wrong length, NaN or an entry outside the action space. */
  step(action: Float32Array): Step
  /** The scripted expert's action for the present state. */
  expert(): Float32Array
  /** The scene as placed by the last reset. */
  scene(): Scene
  /** Body poses for drawing, [bodies, 7], in the order of `scene().bodies`. */
  poses(out?: Float32Array): Float32Array
  /** Hash of the complete simulated state: equal states have equal hashes. */
  hash(): string
  snapshot(): EnvSnapshot
  restore(snapshot: EnvSnapshot): void
  dispose(): void
}

/** Makes an environment by its id; `makeEnv` of registry.ts is the one for the registered tasks. */
export type MakeEnv = (id: string, options?: Partial<EnvOptions>) => Promise<Env>

/**
 * What happens to a world whose episode has ended, in Gymnasium's words.
 * - `next-step`: the ending step shows the true last observation; the next call ignores that world's action, starts its
 *   next episode and marks the row in `ignored`.
 * - `same-step`: the next episode starts inside the ending step; `observations` is already its first,
 *   `finalObservations` keeps the last of the old one.
 * - `disabled`: the caller resets; stepping a world that has ended is an error.
 */
export type Autoreset = 'next-step' | 'same-step' | 'disabled'

/** One step of many worlds; arrays are owned by the vector environment and overwritten by the next call. */
export interface VectorStep {
  /** What to act on next, [count, observation]. */
  readonly observations: Float32Array
  /** What the actions led to, [count, observation]; differs from `observations` only where `same-step` started anew. */
  readonly finalObservations: Float32Array
  /** [count] */
  readonly rewards: Float32Array
  readonly terminated: Uint8Array
  readonly truncated: Uint8Array
  readonly success: Uint8Array
  /** 1 where the world started an episode instead of acting: not a transition, drop the row. [count] */
  readonly ignored: Uint8Array
  /** [count, terms], in the order of `termNames`. */
  readonly terms: Float32Array
}

export interface VectorEnv {
  readonly id: string
  readonly count: number
  readonly options: EnvOptions
  readonly observationSize: number
  readonly actionSize: number
  readonly termNames: readonly string[]
  readonly autoreset: Autoreset
  /**
   * Starts an episode in every world that is given a seed and leaves those with `null` as they are. Episodes that
   * autoreset starts later have the seeds of `episodeSeed`.
   * @param seeds one per world
   */
  reset(seeds: readonly (number | null)[]): Promise<VectorStep>
  /** @param actions [count, action]. */
  step(actions: Float32Array): Promise<VectorStep>
  /** The scripted expert's actions for the present states, [count, action]; overwritten by the next call. */
  expert(): Promise<Float32Array>
  dispose(): Promise<void>
}
