// What of the engine a suite needs that builds joints and reads bodies of its own; all else is in world.ts.

export { CoefficientCombineRule, JointData, type RigidBody } from '@dimforge/rapier3d'
