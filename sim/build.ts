// From scene data to engine bodies, colliders and joints.

import {
  type Collider,
  ColliderDesc,
  type ImpulseJoint,
  JointData,
  MotorModel,
  type World as RapierWorld,
  type RigidBody,
  RigidBodyDesc,
  type UnitImpulseJoint,
} from '@dimforge/rapier3d'
import type { Body, Geom, Joint, Quat, Shape, Touches, Vec3 } from './scene.ts'
import { IDENTITY, multiply, QUARTER_TURN_X } from './vector.ts'

const FRICTION = 1

type Solid = Geom & { readonly touches: Exclude<Touches, 'nothing'> }

/** Membership in the upper 16 bits, what it collides with in the lower. */
const GROUPS: Readonly<Record<Solid['touches'], number>> = {
  everything: 0x0001ffff,
  hand: 0x0002fffd,
  mechanism: 0x0004fffb,
}

export function createBody(rapier: RapierWorld, body: Body): RigidBody {
  const [x, y, z] = body.position
  const description = describe(body.kind).setTranslation(x, y, z).setCanSleep(false)
  if (body.rotation) description.setRotation(quaternion(body.rotation))
  if (body.lockRotation) description.lockRotations()
  if (body.planar) {
    const { damping, turns = false } = body.planar
    description.enabledTranslations(true, true, false).enabledRotations(false, false, turns).setLinearDamping(damping)
  }
  if (body.sagittal) description.enabledTranslations(true, false, true).enabledRotations(false, true, false)
  if (body.gravityScale !== undefined) description.setGravityScale(body.gravityScale)
  if (body.spinDamping !== undefined) description.setAngularDamping(body.spinDamping)
  const solid = body.geoms.filter((geom): geom is Solid => geom.touches !== 'nothing')
  if (body.kind === 'dynamic' && solid.length === 0) {
    throw new SceneError(`dynamic body "${body.name}" has no geom that touches anything, hence no mass`)
  }
  const created = rapier.createRigidBody(description)
  for (const geom of solid) createCollider(rapier, body, geom, created)
  return created
}

/** Puts an existing body where the scene has it, at rest. */
export function placeBody(existing: RigidBody, { position, rotation }: Body): void {
  existing.setTranslation(vector(position), true)
  existing.setRotation(quaternion(rotation ?? IDENTITY), true)
}

function createCollider(rapier: RapierWorld, body: Body, geom: Solid, parent: RigidBody): Collider {
  if (body.kind === 'dynamic' && !(geom.mass !== undefined && geom.mass > 0)) {
    throw new SceneError(`body "${body.name}": a geom of a dynamic body needs a mass above 0 kg, found ${geom.mass}`)
  }
  const description = describeShape(geom.shape, geom.rotation ?? IDENTITY)
    .setMass(geom.mass ?? 0)
    .setFriction(geom.friction ?? FRICTION)
    .setCollisionGroups(GROUPS[geom.touches])
  if (geom.position) description.setTranslation(...geom.position)
  return rapier.createCollider(description, parent)
}

function describe(kind: Body['kind']): RigidBodyDesc {
  if (kind === 'fixed') return RigidBodyDesc.fixed()
  return kind === 'dynamic' ? RigidBodyDesc.dynamic() : RigidBodyDesc.kinematicPositionBased()
}

function describeShape(shape: Shape, rotation: Quat): ColliderDesc {
  switch (shape.kind) {
    case 'box':
      return ColliderDesc.cuboid(...shape.half).setRotation(quaternion(rotation))
    case 'sphere':
      return ColliderDesc.ball(shape.radius)
    case 'cylinder': {
      // The engine's cylinders stand along y, ours along z.
      const turn = multiply(rotation, QUARTER_TURN_X)
      return ColliderDesc.cylinder(shape.halfHeight, shape.radius).setRotation(quaternion(turn))
    }
  }
}

export function createJoint(rapier: RapierWorld, joint: Joint, parent: RigidBody, child: RigidBody): ImpulseJoint {
  const { anchor, axis, limits, drive } = joint
  const make = joint.kind === 'slide' ? JointData.prismatic : JointData.revolute
  const data = make(vector(anchor.parent), vector(anchor.child), vector(axis))
  const created = rapier.createImpulseJoint(data, parent, child, true) as UnitImpulseJoint
  if (limits) created.setLimits(limits[0], limits[1])
  created.configureMotorModel(MotorModel.ForceBased)
  // The engine takes a motor without damping for a rigid one.
  if (drive.kind === 'damping' && drive.damping === 0) return created
  if (drive.kind === 'damping') created.configureMotorVelocity(0, drive.damping)
  else created.configureMotorPosition(drive.rest, drive.stiffness, drive.damping)
  return created
}

interface Vector {
  x: number
  y: number
  z: number
}
interface Quaternion extends Vector {
  w: number
}

function vector([x, y, z]: Vec3): Vector {
  return { x, y, z }
}

function quaternion([x, y, z, w]: Quat): Quaternion {
  return { x, y, z, w }
}

export class SceneError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SceneError'
  }
}
