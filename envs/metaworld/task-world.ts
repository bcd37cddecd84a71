// The world of a task: built once, then set up anew for every episode by a seed, and what the task sees in it.

import { Hand, type HandState } from '../../sim/hand/hand.ts'
import { StateHash } from '../../sim/hash.ts'
import type { Physics } from '../../sim/physics.ts'
import { randomStream } from '../../sim/random.ts'
import type { Scene } from '../../sim/scene.ts'
import { createWorld, type World } from '../../sim/world.ts'
import { taskScene } from './scene.ts'
import { SituationReader } from './situation.ts'
import { observedSites, type Task } from './task.ts'

/** Any seed would do: the world is built there once, and every episode moves its bodies from there. */
const BUILD_SEED = 0

export class TaskWorld {
  readonly #task: Task
  readonly #world: World
  readonly #hand: Hand
  /** The world and the hand before the first step. */
  readonly #pristine: { readonly world: Uint8Array; readonly hand: HandState }
  #situation: SituationReader
  #seed = BUILD_SEED

  constructor(task: Task, physics: Physics) {
    this.#task = task
    const placement = this.#place(BUILD_SEED)
    this.#world = createWorld(taskScene(task, placement), { physics })
    this.#hand = new Hand(this.#world)
    this.#pristine = { world: this.#world.snapshot(), hand: this.#hand.state() }
    this.#situation = new SituationReader(this.#world, this.#hand, placement.goal, observedSites(task, placement))
  }

  get seed(): number {
    return this.#seed
  }

  get scene(): Scene {
    return this.#world.scene
  }

  get situation(): SituationReader {
    return this.#situation
  }

  /**
   * Sets up the episode of a seed. Always from the pristine snapshot: a world whose poses were set back remembers its last
   * contacts and would go another way.
   */
  start(seed: number): void {
    const placement = this.#place(seed)
    this.#world.restore(this.#pristine.world)
    this.#world.place(taskScene(this.#task, placement))
    this.#hand.restore(this.#pristine.hand)
    this.#situation = new SituationReader(this.#world, this.#hand, placement.goal, observedSites(this.#task, placement))
    this.#seed = seed
  }

  /** One control step. */
  move(action: ArrayLike<number>): void {
    this.#hand.move(action)
    this.#situation.read(action[3]!)
  }

  poses(out?: Float32Array): Float32Array {
    return this.#world.poses(out)
  }

  hash(): string {
    return this.#hand.addTo(this.#world.addTo(new StateHash())).digest()
  }

  snapshot(): { world: Uint8Array; hand: HandState } {
    return { world: this.#world.snapshot(), hand: this.#hand.state() }
  }

  /** Goes to a moment of the episode that was started last; `grip` is the command of the action that led there. */
  restore({ world, hand, grip }: { world: Uint8Array; hand: HandState; grip: number }): void {
    this.#world.restore(world)
    this.#hand.restore(hand)
    this.#situation.read(grip)
  }

  dispose(): void {
    this.#world.dispose()
  }

  #place(seed: number) {
    return this.#task.place(randomStream(seed, `${this.#task.id}/place`))
  }
}
