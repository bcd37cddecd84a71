// What the floor does to a block: it holds it with up to a force against sliding and up to a torque against turning, so that
// a block stops dead when nothing pushes it. The engine knows no floor under bodies that move in a plane; two points of the
// block, as far from its middle as torque over force, are each held by motors that want no velocity and whose force is capped.
// Their caps follow the direction of sliding, for a motor acts along one axis.

import { JointData, type RigidBody } from '../../sim/engine-parts.ts'
import type { World } from '../../sim/world.ts'
import type { Dynamics } from './dynamics.ts'

/** N s/m: far more than the caps let through. */
const STIFF = 1e4
/** m/s: slower is standing still. */
const STILL = 1e-4
/** Least share of the cap across the way that a block slides. */
const ACROSS = 0.05

interface Foot {
  readonly block: number
  /** Along the block's own x axis, metres. */
  readonly offset: number
  /** The engine keeps it over a restore. */
  readonly joint: number
  /** What the engine was told last; NaN before the first time. */
  x: number
  y: number
}

type Raw = World['rapier']['impulseJoints']['raw']
type RawAxis = Parameters<Raw['jointSetMotorMaxForce']>[1]
const X: RawAxis = 0
const Y: RawAxis = 1
const FORCE_BASED: Parameters<Raw['jointConfigureMotorModel']>[2] = 1
const NO_LOCKED_AXIS: number = 0

export class FloorFriction {
  readonly #world: World
  readonly #feet: readonly Foot[]
  /** Of each foot, newtons. */
  readonly #force: number

  /** @param blocks places of the blocks among the world's bodies */
  constructor(world: World, floor: number, blocks: readonly number[], { blockForce, blockTorque }: Dynamics) {
    this.#world = world
    this.#force = blockForce / 2
    const offset = blockTorque / blockForce
    this.#feet = blocks.flatMap((block) => [-offset, offset].map((at) => this.#stand(floor, block, at)))
  }

  /** To be called before each physics step. */
  hold(): void {
    const { raw } = this.#world.rapier.impulseJoints
    for (const foot of this.#feet) {
      const [x, y] = this.#caps(this.#world.bodies[foot.block]!, foot.offset)
      if (x !== foot.x) raw.jointSetMotorMaxForce(foot.joint, X, x)
      if (y !== foot.y) raw.jointSetMotorMaxForce(foot.joint, Y, y)
      foot.x = x
      foot.y = y
    }
  }

  #caps(body: RigidBody, offset: number): readonly [x: number, y: number] {
    const { x: vx, y: vy } = body.linvel()
    const spin = body.angvel().z
    const { z, w } = body.rotation()
    const x = vx - spin * offset * 2 * w * z
    const y = vy + spin * offset * (w * w - z * z)
    const speed = Math.sqrt(x * x + y * y)
    if (speed < STILL) return [this.#force * Math.SQRT1_2, this.#force * Math.SQRT1_2]
    return [this.#force * Math.max(Math.abs(x) / speed, ACROSS), this.#force * Math.max(Math.abs(y) / speed, ACROSS)]
  }

  #stand(floor: number, block: number, offset: number): Foot {
    const { rapier, bodies } = this.#world
    const along = { x: 1, y: 0, z: 0 }
    const data = JointData.generic({ x: 0, y: 0, z: 0 }, { x: offset, y: 0, z: 0 }, along, NO_LOCKED_AXIS)
    const { handle } = rapier.createImpulseJoint(data, bodies[floor]!, bodies[block]!, true)
    for (const axis of [X, Y]) {
      rapier.impulseJoints.raw.jointConfigureMotorModel(handle, axis, FORCE_BASED)
      rapier.impulseJoints.raw.jointConfigureMotorVelocity(handle, axis, 0, STIFF)
    }
    return { block, offset, joint: handle, x: Number.NaN, y: Number.NaN }
  }
}
