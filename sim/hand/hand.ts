// The hand in a world: a kinematic base follows a mocap target through a filter and carries a dynamic palm and two dynamic
// fingers on force-limited springs. What it presses on pushes back; a rigid hand would go through the table.

import type { StateHash } from '../hash.ts'
import { createCarryJoint, type ForceLimits, setForceLimits, setSpring, setTravel } from '../motors.ts'
import type { Vec3 } from '../scene.ts'
import { clamp, type MutableVec3 } from '../vector.ts'
import type { World } from '../world.ts'
import { HAND_BODIES } from './bodies.ts'
import { ACTION_TRAVEL, CARRY, FINGER_DROP, GRIP, OPENING, TCP_DROP, WORKSPACE } from './constants.ts'
import { followTarget } from './filter.ts'
import { gripTarget, openness } from './grip.ts'

/** What the engine does not know of the hand; plain numbers, fit for JSON. */
export interface HandState {
  readonly mocap: Vec3
  readonly base: Vec3
  readonly velocity: Vec3
}

export class Hand {
  /** Between the fingertips; overwritten by `move`. */
  readonly tcp: MutableVec3 = [0, 0, 0]
  /** Finger distance as a share of the open distance, 0 to 1. */
  opening = 1
  /** Centres of the left (-y) and the right finger; overwritten by `move`. */
  readonly left: MutableVec3 = [0, 0, 0]
  readonly right: MutableVec3 = [0, 0, 0]

  readonly #world: World
  readonly #timestep: number
  /** Lowest corner of the box that the mocap target stays in. */
  readonly #lowest: Vec3
  readonly #index: { base: number; palm: number; left: number; right: number }
  /** Joint handles; the engine keeps them over a restore. */
  readonly #joints: { left: number; right: number }
  readonly #palm: MutableVec3 = [0, 0, 0]
  readonly #mocap: MutableVec3 = [0, 0, 0]
  readonly #from: MutableVec3 = [0, 0, 0]
  readonly #base: MutableVec3 = [0, 0, 0]
  readonly #velocity: MutableVec3 = [0, 0, 0]
  readonly #next = { x: 0, y: 0, z: 0 }

  /**
   * @param world built from a scene that has the bodies of `handBodies`
   * @param options.below how far below the table's top the fingers may go, metres; 0 by default
   */
  constructor(world: World, { below = 0 }: { readonly below?: number } = {}) {
    this.#world = world
    this.#lowest = [WORKSPACE.low[0], WORKSPACE.low[1], WORKSPACE.low[2] - below]
    this.#timestep = world.rapier.timestep
    const index = (part: keyof typeof HAND_BODIES) => world.index(HAND_BODIES[part])
    this.#index = { base: index('base'), palm: index('palm'), left: index('left'), right: index('right') }
    const force = CARRY.palmForce
    this.#carry(this.#index.palm, 0, { x: force, y: force, z: force })
    this.#joints = { left: this.#mountFinger(this.#index.left, -1), right: this.#mountFinger(this.#index.right, 1) }
    world.position(this.#index.base, this.#base)
    copy(this.#base, this.#mocap)
    this.#read()
  }

  /**
   * One control step: the target moves by up to 1 cm an axis, the world by its physics steps.
   * @param action dx, dy, dz, grip (above 0 closes), each in [-1, 1]
   */
  move(action: ArrayLike<number>): void {
    copy(this.#mocap, this.#from)
    for (let axis = 0; axis < 3; axis++) {
      const target = this.#mocap[axis]! + action[axis]! * ACTION_TRAVEL
      this.#mocap[axis] = clamp(target, this.#lowest[axis]!, WORKSPACE.high[axis]!)
    }
    this.#squeeze(action[3]!)
    for (let step = 1; step <= this.#world.substeps; step++) {
      this.#drive(step / this.#world.substeps)
      this.#world.step()
      this.#read()
    }
  }

  state(): HandState {
    return { mocap: [...this.#mocap], base: [...this.#base], velocity: [...this.#velocity] }
  }

  /** Takes up a state after the world was restored. */
  restore(state: HandState): void {
    copy(state.mocap, this.#mocap)
    copy(state.base, this.#base)
    copy(state.velocity, this.#velocity)
    this.#read()
  }

  addTo(hash: StateHash): StateHash {
    return hash.addAll(this.#mocap).addAll(this.#base).addAll(this.#velocity)
  }

  /** Moves the base towards the mocap target, `share` of the way through the control step. */
  #drive(share: number): void {
    for (let axis = 0; axis < 3; axis++) {
      const lift = axis === 2 ? FINGER_DROP : 0
      const fingers = (this.left[axis]! + this.right[axis]!) / 2 + lift
      const palm = this.#palm[axis]!
      const base = this.#base[axis]!
      const next = followTarget({
        base,
        velocity: this.#velocity[axis]!,
        target: this.#from[axis]! + (this.#mocap[axis]! - this.#from[axis]!) * share,
        low: Math.min(fingers, palm),
        high: Math.max(fingers, palm),
        timestep: this.#timestep,
      })
      this.#velocity[axis] = (next - base) / this.#timestep
      this.#base[axis] = next
    }
    this.#next.x = this.#base[0]
    this.#next.y = this.#base[1]
    this.#next.z = this.#base[2]
    this.#world.bodies[this.#index.base]!.setNextKinematicTranslation(this.#next)
  }

  #squeeze(command: number): void {
    const target = gripTarget((this.right[1] - this.left[1]) / 2, command)
    const { rapier } = this.#world
    setSpring(rapier, this.#joints.left, 'y', -target, GRIP)
    setSpring(rapier, this.#joints.right, 'y', target, GRIP)
  }

  #read(): void {
    const { left, right, tcp } = this
    this.#world.position(this.#index.left, left)
    this.#world.position(this.#index.right, right)
    this.#world.position(this.#index.palm, this.#palm)
    tcp[0] = (left[0] + right[0]) / 2
    tcp[1] = (left[1] + right[1]) / 2
    tcp[2] = (left[2] + right[2]) / 2 + FINGER_DROP - TCP_DROP
    this.opening = openness(right[1] - left[1])
  }

  #carry(index: number, drop: number, force: ForceLimits): number {
    const { rapier, bodies } = this.#world
    const joint = createCarryJoint(rapier, bodies[this.#index.base]!, bodies[index]!, drop)
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

function copy(from: Vec3, to: MutableVec3): void {
  to[0] = from[0]
  to[1] = from[1]
  to[2] = from[2]
}
