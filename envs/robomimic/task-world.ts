// The world of a task: built anew for every episode, for a seed decides the sizes of things as well.

import { TURNING_ACTION_SIZE, TurningHand, type TurningHandState } from '../../sim/hand/turning-hand.ts'
import { StateHash } from '../../sim/hash.ts'
import type { Physics } from '../../sim/physics.ts'
import { randomStream } from '../../sim/random.ts'
import type { Scene } from '../../sim/scene.ts'
import { createWorld, type World } from '../../sim/world.ts'
import type { BoxSpace } from '../contract.ts'
import type { Moment, Simulation } from '../simulation.ts'
import { boxSpace } from '../spaces.ts'
import { moveAction } from './expert.ts'
import { observationSpace, writeObservation } from './observation.ts'
import { taskScene } from './scene.ts'
import { SituationReader } from './situation.ts'
import type { Task } from './task.ts'

/** What the engine does not know of a moment. */
export interface WorldState {
  readonly seed: number
  readonly hand: TurningHandState
}

interface Episode {
  readonly seed: number
  readonly world: World
  readonly hand: TurningHand
  readonly situation: SituationReader
}

export class TaskWorld implements Simulation<WorldState> {
  readonly observationSpace: BoxSpace
  readonly actionSpace = boxSpace(Array(TURNING_ACTION_SIZE).fill(-1), Array(TURNING_ACTION_SIZE).fill(1))
  readonly scales: Readonly<Record<string, number>>
  readonly #task: Task
  readonly #physics: Physics
  #episode: Episode | undefined

  constructor(task: Task, physics: Physics) {
    this.#task = task
    this.#physics = physics
    this.observationSpace = observationSpace(task)
    this.scales = task.scales
  }

  get scene(): Scene {
    return this.#now.world.scene
  }

  start(seed: number): void {
    const episode = this.#build(seed)
    this.#episode?.world.dispose()
    this.#episode = episode
  }

  move(action: Float32Array): void {
    const { hand, situation } = this.#now
    hand.move(action)
    situation.read()
  }

  terms(): Record<string, number> {
    return this.#task.terms(this.#now.situation)
  }

  success(): boolean {
    return this.#task.success(this.#now.situation)
  }

  /** Never, as in robosuite: success ends nothing. */
  terminated(): boolean {
    return false
  }

  observeStart(out: Float32Array): void {
    writeObservation(this.#task, this.#now.situation, out)
  }

  observeNext(out: Float32Array): void {
    writeObservation(this.#task, this.#now.situation, out)
  }

  expert(out: Float32Array): void {
    const { situation } = this.#now
    moveAction(this.#task.expert(situation), situation.hand, out)
  }

  poses(out?: Float32Array): Float32Array {
    return this.#now.world.poses(out)
  }

  hash(): string {
    const { world, hand } = this.#now
    return hand.addTo(world.addTo(new StateHash())).digest()
  }

  moment(): Moment<WorldState> {
    const { seed, world, hand } = this.#now
    return { world: world.snapshot(), state: { seed, hand: hand.state() } }
  }

  restore({ world, state: { seed, hand } }: Moment<WorldState>): void {
    const episode = this.#build(seed)
    try {
      episode.world.restore(world)
    } catch (error) {
      episode.world.dispose()
      throw error
    }
    this.#episode?.world.dispose()
    this.#episode = episode
    episode.hand.restore(hand)
    episode.situation.read()
  }

  dispose(): void {
    this.#episode?.world.dispose()
    this.#episode = undefined
  }

  get #now(): Episode {
    return this.#episode!
  }

  #build(seed: number): Episode {
    const { id, observe } = this.#task
    const props = this.#task.place(randomStream(seed, `${id}/place`))
    const world = createWorld(taskScene(this.#task, props, randomStream(seed, `${id}/hand`)), {
      physics: this.#physics,
    })
    const hand = new TurningHand(world)
    const site = props.flatMap((prop) => prop.sites).find(({ name }) => name === observe.object)!
    return { seed, world, hand, situation: new SituationReader(world, hand, site) }
  }
}
