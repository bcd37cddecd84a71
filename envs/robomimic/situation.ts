// What a task sees at one moment: the hand and the object. Read-only for tasks.

import { touching } from '../../sim/contacts.ts'
import { HAND_BODIES } from '../../sim/hand/bodies.ts'
import type { TurningHand } from '../../sim/hand/turning-hand.ts'
import type { Site } from '../../sim/props/prop.ts'
import type { Quat, Vec3 } from '../../sim/scene.ts'
import { type MutableQuat, type MutableVec3, transform } from '../../sim/vector.ts'
import type { World } from '../../sim/world.ts'

export interface HandPose {
  /** Middle between the fingertips. */
  readonly tcp: Vec3
  /** From pointing down with the fingers along y. */
  readonly rotation: Quat
  /** Finger distance as a share of the open distance. */
  readonly opening: number
}

export interface ObjectPose {
  readonly position: Vec3
  readonly rotation: Quat
}

export interface Situation {
  readonly hand: HandPose
  readonly object: ObjectPose
  /** Whether both fingers touch the object. */
  readonly held: boolean
}

/** Reads the situation out of a world. */
export class SituationReader implements Situation {
  readonly hand: TurningHand
  readonly object: { readonly position: MutableVec3; readonly rotation: MutableQuat }
  readonly #world: World
  readonly #site: Site
  readonly #index: { readonly object: number; readonly fingers: readonly number[] }

  constructor(world: World, hand: TurningHand, site: Site) {
    this.hand = hand
    this.object = { position: [0, 0, 0], rotation: [0, 0, 0, 1] }
    this.#world = world
    this.#site = site
    this.#index = {
      object: world.index(site.body),
      fingers: [world.index(HAND_BODIES.left), world.index(HAND_BODIES.right)],
    }
    this.read()
  }

  get held(): boolean {
    const { rapier, bodies } = this.#world
    const { object, fingers } = this.#index
    return fingers.every((finger) => touching(rapier, bodies[finger]!, bodies[object]!))
  }

  read(): void {
    const { position, rotation } = this.object
    this.#world.rotation(this.#index.object, rotation)
    this.#world.position(this.#index.object, position)
    transform([...position], rotation, this.#site.position, position)
  }
}
