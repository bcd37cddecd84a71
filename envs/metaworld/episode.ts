// One episode of a task: the world as placed by a seed, the hand in it, and what the task sees. Made by reset, replaced by the
// next one.

import { Hand, type HandState } from '../../sim/hand/hand.ts'
import { StateHash } from '../../sim/hash.ts'
import type { Physics } from '../../sim/physics.ts'
import { randomStream } from '../../sim/random.ts'
import type { Scene } from '../../sim/scene.ts'
import { createWorld, type World } from '../../sim/world.ts'
import { taskScene } from './scene.ts'
import { SituationReader } from './situation.ts'
import { observedSites, type Task } from './task.ts'

export class Episode {
  readonly seed: number
  readonly scene: Scene
  readonly world: World
  readonly situation: SituationReader
  readonly #hand: Hand

  constructor(task: Task, seed: number, physics: Physics) {
    this.seed = seed
    const placement = task.place(randomStream(seed, `${task.id}/place`))
    this.scene = taskScene(task, placement)
    this.world = createWorld(this.scene, { physics })
    this.#hand = new Hand(this.world)
    this.situation = new SituationReader(this.world, this.#hand, placement.goal, observedSites(task, placement))
  }

  /** One control step. */
  move(action: ArrayLike<number>): void {
    this.#hand.move(action)
    this.situation.read(action[3]!)
  }

  hash(): string {
    const hash = new StateHash()
    this.world.addTo(hash)
    this.#hand.addTo(hash)
    return hash.digest()
  }

  handState(): HandState {
    return this.#hand.state()
  }

  /** @param grip command of the action that led to the snapshot */
  restore(world: Uint8Array, hand: HandState, grip: number): void {
    this.world.restore(world)
    this.#hand.restore(hand)
    this.situation.read(grip)
  }

  dispose(): void {
    this.world.dispose()
  }
}
