// The world of a task with an embodiment: built anew for every episode, for a seed may decide the shapes of its bodies.

import { CoefficientCombineRule } from '../../sim/engine-parts.ts'
import { StateHash } from '../../sim/hash.ts'
import type { Physics } from '../../sim/physics.ts'
import type { Scene } from '../../sim/scene.ts'
import { createWorld, type World } from '../../sim/world.ts'
import type { BoxSpace } from '../contract.ts'
import type { Moment, Simulation } from '../simulation.ts'
import { boxSpace } from '../spaces.ts'
import { FLOOR } from './arena.ts'
import { Drive } from './drive.ts'
import { type Embodiment, ROBOT } from './embodiments/embodiment.ts'
import { blockName, type Episode, episodeOf, episodeScene } from './episode.ts'
import { FloorFriction } from './floor-friction.ts'
import { observationSpace, observe } from './observation.ts'
import { boxAround, robotState, type Situation } from './situation.ts'
import { actionFor, steerings } from './steering.ts'
import type { ArenaTask } from './task.ts'
import type { VariantName } from './variants.ts'

export interface ArenaState {
  readonly seed: number
  /** Whether the task's rule was broken before. */
  readonly broken: boolean
}

interface Stage {
  readonly seed: number
  readonly episode: Episode
  readonly world: World
  readonly drive: Drive
  readonly friction: FloorFriction
  readonly robot: number
  readonly blocks: readonly number[]
}

export interface ArenaWorldOptions {
  readonly task: ArenaTask
  readonly embodiment: Embodiment
  readonly variant: VariantName
  readonly physics: Physics
}

export class ArenaWorld implements Simulation<ArenaState> {
  readonly observationSpace: BoxSpace
  readonly actionSpace: BoxSpace
  readonly scales: Readonly<Record<string, number>>
  readonly #options: ArenaWorldOptions
  #stage: Stage | undefined
  #situation: Situation | undefined

  constructor(options: ArenaWorldOptions) {
    const { task, embodiment } = options
    const actions = Array<number>(embodiment.fingers.length > 0 ? 3 : 2)
    this.observationSpace = observationSpace(task, embodiment)
    this.actionSpace = boxSpace(actions.fill(-1), Array<number>(actions.length).fill(1))
    this.scales = task.scales
    this.#options = options
  }

  get scene(): Scene {
    return this.#built.world.scene
  }

  start(seed: number): void {
    this.#build(seed)
    this.#look(false)
  }

  move(action: Float32Array): void {
    const { world, drive, friction } = this.#built
    const command = steerings[this.#options.task.steering](action)
    for (let step = 0; step < world.substeps; step++) {
      drive.steer(command)
      friction.hold()
      world.step()
    }
    this.#look(this.#seen.broken)
  }

  terms(): Record<string, number> {
    return this.#options.task.terms(this.#seen)
  }

  success(): boolean {
    return !this.#seen.broken && this.#options.task.success(this.#seen)
  }

  terminated(): boolean {
    return false
  }

  observeStart(out: Float32Array): void {
    observe(this.#seen, out)
  }

  observeNext(out: Float32Array): void {
    observe(this.#seen, out)
  }

  expert(out: Float32Array): void {
    const { task } = this.#options
    actionFor(task.steering, task.expert(this.#seen), out)
  }

  poses(out?: Float32Array): Float32Array {
    return this.#built.world.poses(out)
  }

  hash(): string {
    return this.#built.world
      .addTo(new StateHash())
      .add(this.#seen.broken ? 1 : 0)
      .digest()
  }

  moment(): Moment<ArenaState> {
    const { seed, world } = this.#built
    return { world: world.snapshot(), state: { seed, broken: this.#seen.broken } }
  }

  restore({ world, state: { seed, broken } }: Moment<ArenaState>): void {
    const before = this.#stage
    this.#stage = undefined
    try {
      this.#build(seed)
      this.#built.world.restore(world)
    } catch (error) {
      this.dispose()
      this.#stage = before
      throw error
    }
    before?.world.dispose()
    this.#look(broken)
  }

  dispose(): void {
    this.#stage?.world.dispose()
    this.#stage = undefined
  }

  get #built(): Stage {
    return this.#stage!
  }

  get #seen(): Situation {
    return this.#situation!
  }

  #build(seed: number): void {
    const { task, embodiment, variant, physics } = this.#options
    const episode = episodeOf(task, variant, seed)
    this.dispose()
    const world = createWorld(episodeScene(episode, embodiment), { physics })
    multiplyFriction(world)
    const blocks = episode.blocks.map((_, index) => world.index(blockName(index)))
    const drive = new Drive(world, embodiment, episode.dynamics)
    const friction = new FloorFriction(world, world.index(FLOOR), blocks, episode.dynamics)
    this.#stage = { seed, episode, world, drive, friction, robot: world.index(ROBOT), blocks }
  }

  /** @param broken whether the rule was broken before */
  #look(broken: boolean): void {
    const { task, embodiment } = this.#options
    const { world, drive, episode, robot, blocks } = this.#built
    const situation: Situation = {
      embodiment,
      robot: robotState(world.bodies[robot]!, drive.opening()),
      blocks: blocks.map((index, i) => boxAround(world.bodies[index]!, episode.blocks[i]!)),
      zone: episode.zone,
      broken,
    }
    this.#situation = broken ? situation : { ...situation, broken: task.breaks(situation) }
  }
}

/** As X-Magical's engine does; ours would take the mean. */
function multiplyFriction({ bodies }: World): void {
  for (const body of bodies) {
    for (let i = 0; i < body.numColliders(); i++) {
      body.collider(i).setFrictionCombineRule(CoefficientCombineRule.Multiply)
    }
  }
}
