// The world of a control task: built once, then set up anew for every episode by a seed.

import { StateHash } from '../../sim/hash.ts'
import type { Physics } from '../../sim/physics.ts'
import { type RandomStream, randomStream } from '../../sim/random.ts'
import type { Scene } from '../../sim/scene.ts'
import { createWorld, type World } from '../../sim/world.ts'
import type { BoxSpace } from '../contract.ts'
import type { Moment, Simulation } from '../simulation.ts'
import { boxSpace } from '../spaces.ts'
import type { Apparatus, ControlTask } from './task.ts'

/** What the engine does not know of a moment. */
export interface ControlState {
  readonly seed: number
  readonly memory: readonly number[]
}

export class ControlWorld implements Simulation<ControlState> {
  readonly observationSpace: BoxSpace
  readonly actionSpace: BoxSpace
  readonly scales: Readonly<Record<string, number>>
  scene: Scene
  readonly #task: ControlTask
  readonly #world: World
  readonly #apparatus: Apparatus
  /** The engine's bytes before the first step. */
  readonly #pristine: Uint8Array
  #seed = 0

  constructor(task: ControlTask, physics: Physics) {
    this.#task = task
    this.scales = task.scales
    this.observationSpace = boxSpace(task.observation.low, task.observation.high)
    this.actionSpace = boxSpace(Array(task.motors).fill(-1), Array(task.motors).fill(1))
    this.scene = task.scene
    this.#world = createWorld(task.scene, { physics })
    this.#apparatus = task.operate(this.#world)
    this.#pristine = this.#world.snapshot()
  }

  start(seed: number): void {
    const scene = this.#place(seed)
    this.#world.restore(this.#pristine)
    this.#world.place(scene)
    this.#apparatus.start(this.#random(seed))
    this.scene = scene
    this.#seed = seed
  }

  move(action: Float32Array): void {
    this.#apparatus.move(action)
  }

  terms(): Record<string, number> {
    return this.#apparatus.terms()
  }

  success(): boolean {
    return this.#apparatus.success()
  }

  terminated(): boolean {
    return this.#apparatus.terminated()
  }

  observeStart(out: Float32Array): void {
    this.#apparatus.observe(out)
  }

  observeNext(out: Float32Array): void {
    this.#apparatus.observe(out)
  }

  expert(out: Float32Array): void {
    this.#apparatus.expert(out)
  }

  poses(out?: Float32Array): Float32Array {
    return this.#world.poses(out)
  }

  hash(): string {
    return this.#world.addTo(new StateHash()).addAll(this.#apparatus.memory()).digest()
  }

  moment(): Moment<ControlState> {
    return { world: this.#world.snapshot(), state: { seed: this.#seed, memory: [...this.#apparatus.memory()] } }
  }

  restore({ world, state: { seed, memory } }: Moment<ControlState>): void {
    const scene = this.#place(seed)
    this.#world.restore(world)
    this.#apparatus.recall(memory)
    this.scene = scene
    this.#seed = seed
  }

  dispose(): void {
    this.#world.dispose()
  }

  #place(seed: number): Scene {
    return this.#task.place(this.#random(seed))
  }

  #random(seed: number): RandomStream {
    return randomStream(seed, `${this.#task.id}/place`)
  }
}
