// Creatures that run along x: what they have in common. Each says what is seen of it, what is rewarded, when it has fallen.

import { CONTROL_STEP } from '../../sim/control-step.ts'
import { arcTangent } from '../../sim/elementary.ts'
import type { RandomStream } from '../../sim/random.ts'
import type { Quat, Scene, Vec3 } from '../../sim/scene.ts'
import { IDENTITY, type MutableQuat, type MutableVec3, transform } from '../../sim/vector.ts'
import type { World } from '../../sim/world.ts'
import { Legs } from './legs.ts'
import { about, posed } from './posture.ts'
import type { Apparatus, ControlTask } from './task.ts'

export interface Creature extends Omit<ControlTask, 'place' | 'operate' | 'motors'> {
  /** Of the motors at full power, N m, in the order of the scene's joints. */
  readonly torques: readonly number[]
  /** Name of the body that all others hang on. */
  readonly torso: string
  /** Farthest that joint angles start from rest, radians. */
  readonly noise: number
  readonly feet: readonly Foot[]
  terms(runner: Runner): Record<string, number>
  success(runner: Runner): boolean
  terminated(runner: Runner): boolean
  observe(runner: Runner, out: Float32Array): void
  expert(runner: Runner, out: Float32Array): void
}

/** A ball that touches the ground. */
export interface Foot {
  readonly body: string
  /** In the body's frame. */
  readonly at: Vec3
  readonly radius: number
}

export function creatureTask<Term extends string>(
  creature: Creature & { terms(runner: Runner): Record<Term, number>; readonly scales: Readonly<Record<Term, number>> },
): ControlTask {
  const { id, defaults, scene, observation, scales, torques } = creature
  return {
    ...{ id, defaults, scene, observation, scales, motors: torques.length },
    place: (random) => startOf(creature, random),
    operate: (world) => new Running(creature, world),
  }
}

/** The rest posture, its joints and its pitch a little off. */
function startOf({ scene, torso, noise }: Creature, random: RandomStream): Scene {
  const off = () => random.uniform(-noise, noise)
  const angles = scene.joints.map(({ drive }) => ('rest' in drive ? drive.rest : 0) + off())
  return posed(scene, torso, { shift: [0, 0, 0], turn: about([0, 1, 0], off() / 2), angles })
}

/** A creature as its task sees it. */
export class Runner {
  readonly legs: Legs
  /** Of the torso: metres and its quaternion, as of the last `look`. */
  readonly position: MutableVec3 = [0, 0, 0]
  readonly rotation: MutableQuat = [...IDENTITY]
  /** m/s and rad/s. */
  readonly velocity: MutableVec3 = [0, 0, 0]
  readonly spin: MutableVec3 = [0, 0, 0]
  /** Mean speed along x in the last control step, m/s. */
  forward = 0
  /** Sum of the squares of the last action. */
  effort = 0
  /** Sum of the speeds with which feet struck the ground in the last control step, m/s. */
  strikes = 0
  /** Control steps since the start. */
  steps = 0
  readonly #world: World
  readonly #torso: number
  readonly #feet: readonly (Foot & { readonly index: number })[]
  readonly #heights: Float64Array
  readonly #point: MutableVec3 = [0, 0, 0]
  readonly #turn: MutableQuat = [...IDENTITY]

  constructor({ torso, torques, feet }: Pick<Creature, 'torso' | 'torques' | 'feet'>, world: World) {
    this.#world = world
    this.#torso = world.index(torso)
    this.#feet = feet.map((foot) => ({ ...foot, index: world.index(foot.body) }))
    this.#heights = new Float64Array(feet.length)
    this.legs = new Legs(world, torques)
  }

  move(action: Float32Array): void {
    this.look()
    const [from] = this.position
    this.legs.drive(action)
    this.steps += 1
    const heights = this.#heights.slice()
    this.look()
    this.forward = (this.position[0] - from) / CONTROL_STEP
    this.effort = action.reduce((sum, share) => sum + share * share, 0)
    this.strikes = heights.reduce((sum, before, foot) => sum + strike(before, this.#heights[foot]!), 0)
  }

  /** How far the torso leans forward, radians. */
  get pitch(): number {
    const [, y, , w] = this.rotation
    return 2 * arcTangent(w < 0 ? -y : y, Math.abs(w))
  }

  /** How far it heads to the left of x, radians. */
  get heading(): number {
    const [, , z, w] = this.rotation
    return 2 * arcTangent(w < 0 ? -z : z, Math.abs(w))
  }

  /** Takes down the present state. */
  look(): void {
    const body = this.#world.bodies[this.#torso]!
    this.#world.position(this.#torso, this.position)
    this.#world.rotation(this.#torso, this.rotation)
    copy(body.linvel(), this.velocity)
    copy(body.angvel(), this.spin)
    this.legs.read()
    this.#feet.forEach((foot, at) => {
      this.#heights[at] = this.#heightOf(foot)
    })
  }

  /** Of a foot's lowest point above the ground. */
  #heightOf({ index, at, radius }: Foot & { readonly index: number }): number {
    this.#world.position(index, this.#point)
    transform([...this.#point], this.#world.rotation(index, this.#turn) as Quat, at, this.#point)
    return this.#point[2] - radius
  }
}

/** Speed of a foot that came down in the last control step. */
function strike(before: number, now: number): number {
  return before > TOUCHING && now <= TOUCHING ? (before - now) / CONTROL_STEP : 0
}

/** Metres. */
const TOUCHING = 0.003

function copy({ x, y, z }: { x: number; y: number; z: number }, out: MutableVec3): void {
  out[0] = x
  out[1] = y
  out[2] = z
}

class Running implements Apparatus {
  readonly #creature: Creature
  readonly #runner: Runner

  constructor(creature: Creature, world: World) {
    this.#creature = creature
    this.#runner = new Runner(creature, world)
  }

  start(): void {
    this.recall([0])
  }

  move(action: Float32Array): void {
    this.#runner.move(action)
  }

  terms(): Record<string, number> {
    return this.#creature.terms(this.#runner)
  }

  success(): boolean {
    return this.#creature.success(this.#runner)
  }

  terminated(): boolean {
    return this.#creature.terminated(this.#runner)
  }

  observe(out: Float32Array): void {
    this.#creature.observe(this.#runner, out)
  }

  expert(out: Float32Array): void {
    this.#creature.expert(this.#runner, out)
  }

  memory(): readonly number[] {
    return [this.#runner.steps]
  }

  recall([steps]: readonly number[]): void {
    this.#runner.steps = steps!
    this.#runner.look()
  }
}
