// What a suite of tasks has to bring to become environments: a world that starts from a seed, moves by one control step, and
// says what is seen, what it is worth and whether it is over. `EpisodicEnv` does the rest.

import type { Scene } from '../sim/scene.ts'
import type { BoxSpace } from './contract.ts'

/** A moment of an episode: all that is needed to go on from it. */
export interface Moment<State> {
  /** The engine's bytes. */
  readonly world: Uint8Array
  /** What the engine does not know, the seed of the episode included; plain data, fit for JSON. */
  readonly state: State
}

/** @typeParam State what a moment keeps beside the engine's bytes */
export interface Simulation<State = unknown> {
  readonly observationSpace: BoxSpace
  readonly actionSpace: BoxSpace
  /** What each term is multiplied by; the reward is the sum. */
  readonly scales: Readonly<Record<string, number>>
  /** The scene as placed by the last start. */
  readonly scene: Scene
  /** Sets up the episode of a seed, which alone decides it. @throws RangeError on what is no seed */
  start(seed: number): void
  /** One control step. @param action inside the action space */
  move(action: Float32Array): void
  /** Raw reward terms of the last control step, by the names of `scales`. A fresh object. */
  terms(): Record<string, number>
  success(): boolean
  /** Whether the episode ended by itself. */
  terminated(): boolean
  /** Writes the first observation of an episode. */
  observeStart(out: Float32Array): void
  /** Writes the next observation over the one before. */
  observeNext(out: Float32Array): void
  /** Writes the scripted expert's action for the present state. */
  expert(out: Float32Array): void
  /** Body poses for drawing, [bodies, 7], in the order of `scene.bodies`. */
  poses(out?: Float32Array): Float32Array
  /** Hash of the complete state. */
  hash(): string
  moment(): Moment<State>
  /** @throws SnapshotError when the engine's bytes are broken; nothing has changed then. */
  restore(moment: Moment<State>): void
  dispose(): void
}
