// The robot's motors: it is given the velocity and the turning rate that are asked for, with a limited force and torque, and
// so are its fingers, which hinge on it.

import { arcTangent } from '../../sim/elementary.ts'
import { JointData } from '../../sim/engine-parts.ts'
import { clamp } from '../../sim/vector.ts'
import type { World } from '../../sim/world.ts'
import type { Dynamics } from './dynamics.ts'
import { type Embodiment, type FingerHinge, ROBOT, ROBOT_MASS } from './embodiments/embodiment.ts'
import { FINGER_TRAVEL } from './embodiments/gripper.ts'
import type { Command } from './steering.ts'

/** A finger that is off by an angle is asked for ten times that a second, and for no more than a radian a second. */
const FINGER_GAIN = 10
const FINGER_SPEED = 1
/** N m s: far more than the cap lets through. */
const FINGER_FACTOR = 1e3

interface Finger {
  readonly index: number
  readonly side: -1 | 1
  /** The engine keeps it over a restore. */
  readonly joint: number
}

export class Drive {
  readonly #world: World
  readonly #robot: number
  readonly #fingers: readonly Finger[]
  /** Most that velocity and turning rate change by in a physics step. */
  readonly #push: number
  readonly #twist: number

  constructor(world: World, { fingers, inertia }: Embodiment, dynamics: Dynamics) {
    const { timestep } = world.rapier
    this.#world = world
    this.#robot = world.index(ROBOT)
    this.#push = (dynamics.robotForce * timestep) / ROBOT_MASS
    this.#twist = (dynamics.robotTorque * timestep) / inertia
    this.#fingers = fingers.map((finger) => this.#mount(finger, dynamics.fingerTorque))
  }

  /** To be called before each physics step. */
  steer({ speed, turning, open }: Command): void {
    const robot = this.#world.bodies[this.#robot]!
    const { z, w } = robot.rotation()
    const { x, y } = robot.linvel()
    const dx = -2 * w * z * speed - x
    const dy = (w * w - z * z) * speed - y
    const length = Math.sqrt(dx * dx + dy * dy)
    const share = length > this.#push ? this.#push / length : 1
    robot.setLinvel({ x: x + share * dx, y: y + share * dy, z: 0 }, true)
    const spin = robot.angvel().z
    robot.setAngvel({ x: 0, y: 0, z: spin + clamp(turning - spin, -this.#twist, this.#twist) }, true)
    for (const finger of this.#fingers) this.#squeeze(finger, open)
  }

  /** Angle between the fingers as a share of the widest, 0 to 1; 0 without fingers. */
  opening(): number {
    if (this.#fingers.length === 0) return 0
    const apart = this.#fingers.reduce((sum, { index, side }) => sum - side * this.#angle(index), 0)
    return clamp(apart / (2 * FINGER_TRAVEL), 0, 1)
  }

  #squeeze({ index, side, joint }: Finger, open: number): void {
    const error = -side * open - this.#angle(index)
    const rate = clamp(FINGER_GAIN * error, -FINGER_SPEED, FINGER_SPEED)
    const { raw } = this.#world.rapier.impulseJoints
    raw.jointConfigureMotorVelocity(joint, HINGE_AXIS, rate, FINGER_FACTOR)
  }

  /** Of a finger on the robot, positive to the left. */
  #angle(index: number): number {
    const robot = this.#world.bodies[this.#robot]!.rotation()
    const finger = this.#world.bodies[index]!.rotation()
    const z = robot.w * finger.z - robot.z * finger.w
    const w = robot.w * finger.w + robot.z * finger.z
    return 2 * arcTangent(w < 0 ? -z : z, Math.abs(w))
  }

  #mount({ body, side, root: [x, y] }: FingerHinge, torque: number): Finger {
    const { rapier, bodies } = this.#world
    const index = this.#world.index(body)
    const origin = { x: 0, y: 0, z: 0 }
    // Locking more than what can move would make the solver divide by the infinite mass of locked axes.
    const data = JointData.generic({ x, y, z: 0 }, origin, { x: 1, y: 0, z: 0 }, LOCKED_IN_PLANE)
    const { handle } = rapier.createImpulseJoint(data, bodies[this.#robot]!, bodies[index]!, true)
    const { raw } = rapier.impulseJoints
    raw.jointSetLimits(handle, HINGE_AXIS, side < 0 ? 0 : -FINGER_TRAVEL, side < 0 ? FINGER_TRAVEL : 0)
    raw.jointConfigureMotorModel(handle, HINGE_AXIS, FORCE_BASED)
    raw.jointSetMotorMaxForce(handle, HINGE_AXIS, torque)
    return { index, side, joint: handle }
  }
}

type Raw = World['rapier']['impulseJoints']['raw']
/** Turning about the vertical. */
const HINGE_AXIS: Parameters<Raw['jointSetMotorMaxForce']>[1] = 5
const FORCE_BASED: Parameters<Raw['jointConfigureMotorModel']>[2] = 1
/** The joint's x and y. */
const LOCKED_IN_PLANE: number = 3
