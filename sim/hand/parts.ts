// What a base carries: a palm and two fingers, each on force-limited springs, so that what they press on pushes back.

import { createCarryJoint, type ForceLimits, setForceLimits, setSpring, setTravel } from '../motors.ts'
import type { Quat } from '../scene.ts'
import type { MutableVec3 } from '../vector.ts'
import type { World } from '../world.ts'
import { HAND_BODIES } from './bodies.ts'
import { CARRY, FINGER_DROP, GRIP, OPENING } from './constants.ts'
import { gripTarget } from './grip.ts'
import { spinTowards } from './spin.ts'

const MIDDLE = { x: 0, y: 0, z: 0 }

export class HandParts {
  /** Centres; overwritten by `read`. */
  readonly left: MutableVec3 = [0, 0, 0]
  readonly right: MutableVec3 = [0, 0, 0]
  readonly palm: MutableVec3 = [0, 0, 0]
  /** Places of base and parts in the scene's bodies. */
  readonly index: { readonly base: number; readonly palm: number; readonly left: number; readonly right: number }
  readonly #world: World
  readonly #timestep: number
  /** Joint handles; the engine keeps them over a restore. */
  readonly #joints: { left: number; right: number }

  /** @param world built from a scene that has the bodies of `handBodies` */
  constructor(world: World) {
    this.#world = world
    this.#timestep = world.rapier.timestep
    const index = (part: keyof typeof HAND_BODIES) => world.index(HAND_BODIES[part])
    this.index = { base: index('base'), palm: index('palm'), left: index('left'), right: index('right') }
    const force = CARRY.palmForce
    this.#carry(this.index.palm, 0, { x: force, y: force, z: force })
    this.#joints = { left: this.#mountFinger(this.index.left, -1), right: this.#mountFinger(this.index.right, 1) }
  }

  read(): void {
    this.#world.position(this.index.left, this.left)
    this.#world.position(this.index.right, this.right)
    this.#world.position(this.index.palm, this.palm)
  }

  /**
   * Once a control step.
   * @param meanOpening present mean distance of the fingers from the middle
   * @param command in [-1, 1]; above 0 closes
   */
  squeeze(meanOpening: number, command: number): void {
    const target = gripTarget(meanOpening, command)
    const { rapier } = this.#world
    setSpring(rapier, this.#joints.left, 'y', -target, GRIP)
    setSpring(rapier, this.#joints.right, 'y', target, GRIP)
  }

  /**
   * Before each physics step of a hand that turns: the parts turn into `rotation` and take what they hold along. The engine
   * keeps contact points for as long as two bodies stand still against each other, with lever arms that do not turn, and so
   * what is held would creep outwards, by a tenth of its way from the finger for each radian. Moving a collider to where it is
   * has them found anew.
   */
  turn(rotation: Quat): void {
    const { bodies } = this.#world
    for (const part of [this.index.palm, this.index.left, this.index.right]) {
      const body = bodies[part]!
      const spin = spinTowards(this.#world.rotation(part, [0, 0, 0, 1]), rotation, this.#timestep)
      body.setAngvel({ x: spin[0], y: spin[1], z: spin[2] }, true)
      body.collider(0).setTranslationWrtParent(MIDDLE)
    }
  }

  #carry(index: number, drop: number, force: ForceLimits): number {
    const { rapier, bodies } = this.#world
    const joint = createCarryJoint(rapier, bodies[this.index.base]!, bodies[index]!, drop)
    for (const axis of ['x', 'y', 'z'] as const) setSpring(rapier, joint, axis, 0, CARRY)
    setForceLimits(rapier, joint, force)
    return joint
  }

  #mountFinger(index: number, side: -1 | 1): number {
    const { rapier } = this.#world
    const joint = this.#carry(index, FINGER_DROP, { x: CARRY.fingerForce, y: GRIP.force, z: CARRY.fingerForce })
    const [low, high] = side > 0 ? [OPENING.least, OPENING.most] : [-OPENING.most, -OPENING.least]
    setTravel(rapier, joint, 'y', low, high)
    setSpring(rapier, joint, 'y', side * OPENING.open, GRIP)
    return joint
  }
}
