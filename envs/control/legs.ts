// The joints of a creature in a world: their angles and speeds, and the motors that turn them.

import { arcTangent } from '../../sim/elementary.ts'
import type { Quat, Scene, Vec3 } from '../../sim/scene.ts'
import { IDENTITY, type MutableQuat, type MutableVec3, multiply, transform } from '../../sim/vector.ts'
import type { World } from '../../sim/world.ts'

interface Hinge {
  readonly parent: number
  readonly child: number
  readonly axis: Vec3
  readonly limits: readonly [low: number, high: number]
}

const ORIGIN: Vec3 = [0, 0, 0]

export class Legs {
  /** Radians and rad/s, in the order of the scene's joints; as of the last `read`. */
  readonly angles: Float64Array
  readonly rates: Float64Array
  readonly #world: World
  readonly #hinges: readonly Hinge[]
  readonly #torques: readonly number[]
  readonly #driven: readonly number[]
  readonly #turns: [parent: MutableQuat, child: MutableQuat] = [[...IDENTITY], [...IDENTITY]]
  readonly #axis: MutableVec3 = [0, 0, 0]

  /** @param torques of the motors at full power, N m, in the order of the scene's joints */
  constructor(world: World, torques: readonly number[]) {
    this.#world = world
    this.#torques = torques
    this.#hinges = hingesOf(world.scene, world)
    this.#driven = [...new Set(this.#hinges.flatMap(({ parent, child }) => [parent, child]))]
    this.angles = new Float64Array(this.#hinges.length)
    this.rates = new Float64Array(this.#hinges.length)
  }

  /** One control step with each motor at a share of its power, from -1 to 1. */
  drive(action: ArrayLike<number>): void {
    const { bodies, substeps } = this.#world
    for (const index of this.#driven) bodies[index]!.resetTorques(true)
    this.#hinges.forEach((hinge, index) => {
      this.#twist(hinge, this.#torques[index]! * action[index]!)
    })
    for (let step = 0; step < substeps; step++) this.#world.step()
    this.read()
  }

  /** Takes down the present angles and speeds. */
  read(): void {
    this.#hinges.forEach((hinge, index) => {
      this.angles[index] = this.#angleOf(hinge)
      this.rates[index] = this.#rateOf(hinge)
    })
  }

  /** Joints that are at one of their limits. */
  atLimits(): number {
    return this.#hinges.filter(({ limits: [low, high] }, index) => {
      const angle = this.angles[index]!
      return angle <= low + NEAR_LIMIT || angle >= high - NEAR_LIMIT
    }).length
  }

  #twist({ parent, child, axis }: Hinge, torque: number): void {
    const { bodies } = this.#world
    const [x, y, z] = this.#axisInRoom(parent, axis)
    bodies[child]!.addTorque({ x: torque * x, y: torque * y, z: torque * z }, true)
    bodies[parent]!.addTorque({ x: -torque * x, y: -torque * y, z: -torque * z }, true)
  }

  #angleOf({ parent, child, axis }: Hinge): number {
    const [of, to] = this.#turns
    const [x, y, z, w] = this.#world.rotation(parent, of)
    const between: Quat = multiply([-x, -y, -z, w], this.#world.rotation(child, to))
    const along = between[0] * axis[0] + between[1] * axis[1] + between[2] * axis[2]
    return between[3] < 0 ? 2 * arcTangent(-along, -between[3]) : 2 * arcTangent(along, between[3])
  }

  #rateOf({ parent, child, axis }: Hinge): number {
    const { bodies } = this.#world
    const [of, to] = [bodies[parent]!.angvel(), bodies[child]!.angvel()]
    const [x, y, z] = this.#axisInRoom(parent, axis)
    return (to.x - of.x) * x + (to.y - of.y) * y + (to.z - of.z) * z
  }

  #axisInRoom(parent: number, axis: Vec3): MutableVec3 {
    transform(ORIGIN, this.#world.rotation(parent, this.#turns[0]), axis, this.#axis)
    return this.#axis
  }
}

/** Radians. */
const NEAR_LIMIT = 0.02

function hingesOf({ joints }: Scene, world: World): Hinge[] {
  return joints.map(({ parent, child, axis, limits = [-Math.PI, Math.PI] }) => ({
    parent: world.index(parent),
    child: world.index(child),
    axis,
    limits,
  }))
}
