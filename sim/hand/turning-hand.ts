// A hand whose wrist turns. A kinematic base moves and turns as robosuite's operational space controller would have it, and
// carries the same palm and fingers as the other hand. Those are locked against being turned by what they touch; their spin
// is set to the base's, so that what they hold turns with them.

import type { StateHash } from '../hash.ts'
import type { Quat, Vec3 } from '../scene.ts'
import { clamp, dot, type MutableQuat, type MutableVec3, minus, turned } from '../vector.ts'
import type { World } from '../world.ts'
import { FILTER, FINGER_DROP, IMPEDANCE, TCP_DROP, TURNING_WORKSPACE } from './constants.ts'
import { limitLead } from './filter.ts'
import { openness } from './grip.ts'
import { approach, lowestBase } from './impedance.ts'
import { HandParts } from './parts.ts'
import { spun } from './spin.ts'

/** What the engine does not know of the hand; plain numbers, fit for JSON. */
export interface TurningHandState {
  readonly base: Vec3
  readonly rotation: Quat
  /** Metres and radians a second. */
  readonly velocity: Vec3
  readonly spin: Vec3
}

/** Numbers of an action: travel (3) and turn (3) in the world's axes, grip. */
export const TURNING_ACTION_SIZE = 7

export class TurningHand {
  /** Between the fingertips; overwritten by `move`. */
  readonly tcp: MutableVec3 = [0, 0, 0]
  /** From pointing down with the fingers along y; overwritten by `move`. */
  readonly rotation: MutableQuat = [0, 0, 0, 1]
  /** Finger distance as a share of the open distance, 0 to 1. */
  opening = 1

  readonly #world: World
  readonly #parts: HandParts
  readonly #timestep: number
  readonly #base: MutableVec3 = [0, 0, 0]
  readonly #velocity: MutableVec3 = [0, 0, 0]
  readonly #spin: MutableVec3 = [0, 0, 0]

  /** @param world built from a scene that has the bodies of `handBodies` */
  constructor(world: World) {
    this.#world = world
    this.#timestep = world.rapier.timestep
    this.#parts = new HandParts(world)
    this.begin()
  }

  /** Takes the hand from where the world has it, at rest: it was placed anew. */
  begin(): void {
    this.#world.position(this.#parts.index.base, this.#base)
    this.#world.rotation(this.#parts.index.base, this.rotation)
    this.#velocity.fill(0)
    this.#spin.fill(0)
    this.#read()
  }

  /**
   * One control step.
   * @param action travel and turn along and about the world's x, y and z, grip (above 0 closes), each in [-1, 1]
   */
  move(action: ArrayLike<number>): void {
    this.#parts.squeeze(this.#span() / 2, action[6]!)
    for (let step = 0; step < this.#world.substeps; step++) {
      this.#drive(action)
      this.#world.step()
      this.#read()
    }
  }

  /** Distance of the left and of the right finger from the middle of the palm, along the hand's y. */
  fingers(): [left: number, right: number] {
    const across = turned(this.rotation, Y)
    const { left, right, palm } = this.#parts
    return [dot(minus(left, palm), across), dot(minus(right, palm), across)]
  }

  state(): TurningHandState {
    return {
      base: [...this.#base],
      rotation: [...this.rotation],
      velocity: [...this.#velocity],
      spin: [...this.#spin],
    }
  }

  /** Takes up a state after the world was restored. */
  restore({ base, rotation, velocity, spin }: TurningHandState): void {
    copy(base, this.#base)
    copy(velocity, this.#velocity)
    copy(spin, this.#spin)
    this.#setRotation(rotation)
    this.#read()
  }

  addTo(hash: StateHash): StateHash {
    return hash.addAll(this.#base).addAll(this.rotation).addAll(this.#velocity).addAll(this.#spin)
  }

  #drive(action: ArrayLike<number>): void {
    const base = this.#world.bodies[this.#parts.index.base]!
    this.#turn(action)
    this.#travel(action)
    const [x, y, z] = this.#base
    const [qx, qy, qz, qw] = this.rotation
    base.setNextKinematicTranslation({ x, y, z })
    base.setNextKinematicRotation({ x: qx, y: qy, z: qz, w: qw })
    this.#parts.turn(this.rotation)
  }

  /** Turns the base, unless fingers that are held fast would be left farther behind than the lead. */
  #turn(action: ArrayLike<number>): void {
    for (let axis = 0; axis < 3; axis++) {
      this.#spin[axis] = approach(this.#spin[axis]!, action[3 + axis]! * IMPEDANCE.turn, this.#timestep)
    }
    const next = spun(this.rotation, this.#spin, this.#timestep)
    const slip = this.#slip(next)
    if (slip > FILTER.lead && slip > this.#slip(this.rotation)) this.#spin.fill(0)
    else this.#setRotation(next)
  }

  /** How far fingers and palm lie beside where a base of that rotation would have them, metres. */
  #slip(rotation: Quat): number {
    const { left, right, palm } = this.#parts
    const middle: Vec3 = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2, (left[2] + right[2]) / 2]
    return Math.max(
      beside(minus(right, left), turned(rotation, Y)) / 2,
      beside(minus(palm, middle), turned(rotation, Z)),
    )
  }

  #travel(action: ArrayLike<number>): void {
    const { left, right, palm } = this.#parts
    const fall = turned(this.rotation, [0, 0, FINGER_DROP])
    for (let axis = 0; axis < 3; axis++) {
      const fingers = (left[axis]! + right[axis]!) / 2 + fall[axis]!
      const base = this.#base[axis]!
      const velocity = approach(this.#velocity[axis]!, action[axis]! * IMPEDANCE.travel, this.#timestep)
      const wanted = base + velocity * this.#timestep
      const led = limitLead(wanted, base, Math.min(fingers, palm[axis]!), Math.max(fingers, palm[axis]!))
      const low = axis === 2 ? lowestBase(this.rotation) : TURNING_WORKSPACE.low[axis]!
      const next = clamp(led, low, TURNING_WORKSPACE.high[axis]!)
      this.#velocity[axis] = (next - base) / this.#timestep
      this.#base[axis] = next
    }
  }

  /** Distance of the fingers along the hand's y. */
  #span(): number {
    return dot(minus(this.#parts.right, this.#parts.left), turned(this.rotation, Y))
  }

  #setRotation(rotation: Quat): void {
    for (let i = 0; i < 4; i++) this.rotation[i] = rotation[i]!
  }

  #read(): void {
    this.#parts.read()
    const { left, right } = this.#parts
    const tip = turned(this.rotation, [0, 0, FINGER_DROP - TCP_DROP])
    for (let axis = 0; axis < 3; axis++) this.tcp[axis] = (left[axis]! + right[axis]!) / 2 + tip[axis]!
    this.opening = openness(this.#span())
  }
}

const Y: Vec3 = [0, 1, 0]
const Z: Vec3 = [0, 0, 1]

/** Length of the part of a vector that is across a unit vector. */
function beside(vector: Vec3, unit: Vec3): number {
  const along = dot(vector, unit)
  return Math.sqrt(Math.max(0, dot(vector, vector) - along * along))
}

function copy(from: Vec3, to: MutableVec3): void {
  to[0] = from[0]
  to[1] = from[1]
  to[2] = from[2]
}
