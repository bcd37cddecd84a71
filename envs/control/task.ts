// What makes a control task: an apparatus in a world, how it starts, what is seen of it, what is rewarded, when it is solved
// or over, and how a scripted expert drives it.

import type { RandomStream } from '../../sim/random.ts'
import type { Scene } from '../../sim/scene.ts'
import type { World } from '../../sim/world.ts'
import type { EnvOptions } from '../contract.ts'

export interface ControlTask {
  readonly id: string
  /** Where nothing is said: as long and as fast as the original. */
  readonly defaults: Pick<EnvOptions, 'horizon' | 'actionRepeat'>
  /** The apparatus at rest. */
  readonly scene: Scene
  /** Bounds of what is observed. */
  readonly observation: { readonly low: readonly number[]; readonly high: readonly number[] }
  /** Motors, each driven from -1 to 1. */
  readonly motors: number
  /** What each term is multiplied by; more of a term is always better. */
  readonly scales: Readonly<Record<string, number>>
  /** The scene of an episode: bodies moved from rest, nothing else changed. */
  place(random: RandomStream): Scene
  /** The apparatus in a world of that scene. */
  operate(world: World): Apparatus
}

export interface Apparatus {
  /** Right after the scene was placed, with the same stream from its beginning: velocities, and a fresh memory. */
  start(random: RandomStream): void
  /** One control step. */
  move(action: Float32Array): void
  /** Of the last control step; a fresh object. */
  terms(): Record<string, number>
  success(): boolean
  terminated(): boolean
  observe(out: Float32Array): void
  expert(out: Float32Array): void
  /** What it remembers beside what the engine knows. */
  memory(): readonly number[]
  recall(memory: readonly number[]): void
}
