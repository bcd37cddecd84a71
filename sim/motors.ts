// A joint with a spring on each linear axis. The engine's typed classes offer no such joint, its raw set does; the pinned
// version makes that safe. A joint is named by its handle, which a restored world keeps.

import { JointData, type World as RapierWorld, type RigidBody } from '@dimforge/rapier3d'

type RawJoints = RapierWorld['impulseJoints']['raw']
type RawAxis = Parameters<RawJoints['jointSetLimits']>[1]
type RawModel = Parameters<RawJoints['jointConfigureMotorModel']>[2]

export type Axis = 'x' | 'y' | 'z'
const RAW_AXES: Readonly<Record<Axis, RawAxis>> = { x: 0, y: 1, z: 2 }

export interface AxisSpring {
  /** Metres from the anchor on the parent. */
  readonly target: number
  /** N/m and N s/m. */
  readonly stiffness: number
  readonly damping: number
}

/** Newtons on each axis. */
export type ForceLimits = Readonly<Record<Axis, number>>

/** Joins two bodies that do not turn; `drop` is how far below the parent's origin the child's origin is anchored. */
export function createCarryJoint(rapier: RapierWorld, parent: RigidBody, child: RigidBody, drop: number): number {
  const data = JointData.generic({ x: 0, y: 0, z: -drop }, { x: 0, y: 0, z: 0 }, { x: 1, y: 0, z: 0 }, ANGULAR_AXES)
  const { handle } = rapier.createImpulseJoint(data, parent, child, true)
  for (const axis of Object.values(RAW_AXES)) {
    rapier.impulseJoints.raw.jointConfigureMotorModel(handle, axis, FORCE_BASED)
  }
  return handle
}

const ANGULAR_AXES = 8 | 16 | 32
/** The other model multiplies by the mass: a light finger would hardly grip. */
const FORCE_BASED: RawModel = 1

export function setSpring(rapier: RapierWorld, joint: number, axis: Axis, spring: AxisSpring): void {
  const { target, stiffness, damping } = spring
  rapier.impulseJoints.raw.jointConfigureMotorPosition(joint, RAW_AXES[axis], target, stiffness, damping)
}

export function setForceLimits(rapier: RapierWorld, joint: number, limits: ForceLimits): void {
  const { raw } = rapier.impulseJoints
  raw.jointSetMotorMaxForce(joint, RAW_AXES.x, limits.x)
  raw.jointSetMotorMaxForce(joint, RAW_AXES.y, limits.y)
  raw.jointSetMotorMaxForce(joint, RAW_AXES.z, limits.z)
}

export function setTravel(rapier: RapierWorld, joint: number, axis: Axis, low: number, high: number): void {
  rapier.impulseJoints.raw.jointSetLimits(joint, RAW_AXES[axis], low, high)
}
