// A joint with a spring on each linear axis. The engine's typed classes offer no such joint, its raw set does; the pinned
// version makes that safe. A joint is named by its handle, which a restored world keeps.

import { JointData, type World as RapierWorld, type RigidBody } from '@dimforge/rapier3d'

type RawJoints = RapierWorld['impulseJoints']['raw']
type RawAxis = Parameters<RawJoints['jointSetLimits']>[1]
type RawModel = Parameters<RawJoints['jointConfigureMotorModel']>[2]

export type Axis = 'x' | 'y' | 'z'
const RAW_AXES: Readonly<Record<Axis, RawAxis>> = { x: 0, y: 1, z: 2 }

/** N/m and N s/m. */
export interface Spring {
  readonly stiffness: number
  readonly damping: number
}

/** Newtons on each axis. */
export type ForceLimits = Readonly<Record<Axis, number>>

/**
 * Carries a child on springs; its anchor, its origin, rests `drop` below the parent's origin. Both bodies must be locked
 * against turning: the joint leaves the angles free, for locking them twice would cost a fifth of a step.
 */
export function createCarryJoint(rapier: RapierWorld, parent: RigidBody, child: RigidBody, drop: number): number {
  const data = JointData.generic({ x: 0, y: 0, z: -drop }, { x: 0, y: 0, z: 0 }, { x: 1, y: 0, z: 0 }, NO_LOCKED_AXIS)
  const { handle } = rapier.createImpulseJoint(data, parent, child, true)
  for (const axis of Object.values(RAW_AXES)) {
    rapier.impulseJoints.raw.jointConfigureMotorModel(handle, axis, FORCE_BASED)
  }
  return handle
}

const NO_LOCKED_AXIS: number = 0
/** The other model multiplies by the mass: a light finger would hardly grip. */
const FORCE_BASED: RawModel = 1

/** Pulls the child towards `target`, metres from the anchor on the parent. */
export function setSpring(rapier: RapierWorld, joint: number, axis: Axis, target: number, spring: Spring): void {
  const { raw } = rapier.impulseJoints
  raw.jointConfigureMotorPosition(joint, RAW_AXES[axis], target, spring.stiffness, spring.damping)
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
