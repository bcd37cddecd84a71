// The world of a manipulation task: built once, then set up anew for every episode by a seed, and what the task says of it.

import { Hand, type HandState } from '../../sim/hand/hand.ts'
import { StateHash } from '../../sim/hash.ts'
import type { Physics } from '../../sim/physics.ts'
import { HOLE_DEPTH } from '../../sim/props/table.ts'
import { randomStream } from '../../sim/random.ts'
import type { Scene } from '../../sim/scene.ts'
import { createWorld, type World } from '../../sim/world.ts'
import type { BoxSpace } from '../contract.ts'
import type { Moment, Simulation } from '../simulation.ts'
import { boxSpace } from '../spaces.ts'
import { moveAction } from './expert.ts'
import { observationSpace, observeNext, observeStart } from './observation.ts'
import { taskScene } from './scene.ts'
import { SituationReader, type SituationStart } from './situation.ts'
import { observedSites, type Placement, type Task } from './task.ts'

/** Any seed would do: the world is built there once, and every episode moves its bodies from there. */
const BUILD_SEED = 0

const ACTION_SIZE = 4

/** What the engine does not know of a moment. */
export interface WorldState {
  readonly seed: number
  readonly start: SituationStart
  readonly hand: HandState
}

interface Episode {
  readonly seed: number
  readonly scene: Scene
  readonly situation: SituationReader
}

export class TaskWorld implements Simulation<WorldState> {
  readonly observationSpace: BoxSpace
  readonly actionSpace = boxSpace(Array(ACTION_SIZE).fill(-1), Array(ACTION_SIZE).fill(1))
  readonly scales: Readonly<Record<string, number>>
  readonly #task: Task
  readonly #world: World
  readonly #hand: Hand
  /** The world and the hand before the first step. */
  readonly #pristine: { readonly world: Uint8Array; readonly hand: HandState }
  #episode: Episode

  constructor(task: Task, physics: Physics) {
    this.#task = task
    this.observationSpace = observationSpace(task.goals)
    this.scales = task.scales
    const placement = this.#place(BUILD_SEED)
    const scene = taskScene(task, placement)
    this.#world = createWorld(scene, { physics })
    this.#hand = new Hand(this.#world, { below: task.hole ? HOLE_DEPTH : 0 })
    this.#pristine = { world: this.#world.snapshot(), hand: this.#hand.state() }
    this.#episode = { seed: BUILD_SEED, scene, situation: this.#look(placement) }
  }

  get scene(): Scene {
    return this.#episode.scene
  }

  /**
   * Sets up the episode of a seed. Always from the pristine snapshot: a world whose poses were set back remembers its last
   * contacts and would go another way.
   */
  start(seed: number): void {
    const placement = this.#place(seed)
    const scene = taskScene(this.#task, placement)
    this.#world.restore(this.#pristine.world)
    this.#world.place(scene)
    this.#hand.restore(this.#pristine.hand)
    this.#episode = { seed, scene, situation: this.#look(placement) }
  }

  /** One control step. */
  move(action: Float32Array): void {
    this.#hand.move(action)
    this.#episode.situation.read(action[3]!)
  }

  terms(): Record<string, number> {
    return this.#task.terms(this.#episode.situation)
  }

  success(): boolean {
    return this.#task.success(this.#episode.situation)
  }

  /** Never, as in Meta-World: success ends nothing. */
  terminated(): boolean {
    return false
  }

  observeStart(out: Float32Array): void {
    observeStart(this.#episode.situation, out)
  }

  observeNext(out: Float32Array): void {
    observeNext(this.#episode.situation, out)
  }

  expert(out: Float32Array): void {
    const { situation } = this.#episode
    moveAction(this.#task.expert(situation), situation.tcp, out)
  }

  poses(out?: Float32Array): Float32Array {
    return this.#world.poses(out)
  }

  hash(): string {
    return this.#hand.addTo(this.#world.addTo(new StateHash())).digest()
  }

  moment(): Moment<WorldState> {
    const { seed, situation } = this.#episode
    return { world: this.#world.snapshot(), state: { seed, start: situation.start, hand: this.#hand.state() } }
  }

  restore({ world, state: { seed, start, hand } }: Moment<WorldState>): void {
    const placement = this.#place(seed)
    this.#world.restore(world)
    this.#hand.restore(hand)
    const situation = this.#look(placement)
    situation.start = start
    this.#episode = { seed, scene: taskScene(this.#task, placement), situation }
  }

  dispose(): void {
    this.#world.dispose()
  }

  #place(seed: number): Placement {
    return this.#task.place(randomStream(seed, `${this.#task.id}/place`))
  }

  #look(placement: Placement): SituationReader {
    return new SituationReader(this.#world, this.#hand, placement.goal, observedSites(this.#task, placement))
  }
}
