// The hand in a world: a kinematic base follows a mocap target through a filter and carries a dynamic palm and two dynamic
// fingers on force-limited springs. What it presses on pushes back; a rigid hand would go through the table.

import type { StateHash } from '../hash.ts'
import type { Vec3 } from '../scene.ts'
import { clamp, type MutableVec3 } from '../vector.ts'
import type { World } from '../world.ts'
import { ACTION_TRAVEL, FINGER_DROP, TCP_DROP, WORKSPACE } from './constants.ts'
import { followTarget } from './filter.ts'
import { openness } from './grip.ts'
import { HandParts } from './parts.ts'

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
  readonly left: MutableVec3
  readonly right: MutableVec3

  readonly #world: World
  readonly #parts: HandParts
  readonly #timestep: number
  /** Lowest corner of the box that the mocap target stays in. */
  readonly #lowest: Vec3
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
    this.#parts = new HandParts(world)
    this.left = this.#parts.left
    this.right = this.#parts.right
    world.position(this.#parts.index.base, this.#base)
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
    this.#parts.squeeze((this.right[1] - this.left[1]) / 2, action[3]!)
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
      const palm = this.#parts.palm[axis]!
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
    this.#world.bodies[this.#parts.index.base]!.setNextKinematicTranslation(this.#next)
  }

  #read(): void {
    const { left, right, tcp } = this
    this.#parts.read()
    tcp[0] = (left[0] + right[0]) / 2
    tcp[1] = (left[1] + right[1]) / 2
    tcp[2] = (left[2] + right[2]) / 2 + FINGER_DROP - TCP_DROP
    this.opening = openness(right[1] - left[1])
  }
}

function copy(from: Vec3, to: MutableVec3): void {
  to[0] = from[0]
  to[1] = from[1]
  to[2] = from[2]
}
