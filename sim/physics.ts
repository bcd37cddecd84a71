// How time is cut and how contacts are solved. Chosen by measurement: peg, drawer, grasp and shake tests on fixed seeds.

import { type World as RapierWorld, VectorOps } from '@dimforge/rapier3d'
import { CONTROL_STEP } from './control-step.ts'

/** `accurate`: two physics steps a control step; `fast`: one, about twice as quick, for bulk training. */
export type Physics = 'accurate' | 'fast'

/** Physics steps in one control step. */
export const SUBSTEPS: Readonly<Record<Physics, number>> = { accurate: 2, fast: 1 }

export const GRAVITY = { x: 0, y: 0, z: -9.81 } as const

const SOLVER_ITERATIONS = 4
/** One iteration was not safe: a drawer left its rail by 8 mm. */
const INTERNAL_PGS_ITERATIONS = 2
/** Metres. The engine's default of 2 cm makes ghost contacts at rims and shakes grasps loose. */
const PREDICTION_DISTANCE = 0.0005
/** Hz. The default of 30 is too soft for objects of 30-100 g. */
const CONTACT_FREQUENCY = 120

/** Sets the step and the solver of a new engine world. @param substeps physics steps in one control step */
export function applyPhysics(rapier: RapierWorld, substeps: number): void {
  rapier.timestep = CONTROL_STEP / substeps
  rapier.numSolverIterations = SOLVER_ITERATIONS
  rapier.numInternalPgsIterations = INTERNAL_PGS_ITERATIONS
  rapier.integrationParameters.normalizedPredictionDistance = PREDICTION_DISTANCE
  rapier.integrationParameters.contact_natural_frequency = CONTACT_FREQUENCY
}

type RawVector = ReturnType<typeof VectorOps.intoRaw>
let gravity: RawVector | undefined

/** The engine's own `World.step`, without allocating and freeing the gravity vector each time. */
export function stepPhysics(rapier: RapierWorld): void {
  gravity ??= VectorOps.intoRaw(GRAVITY)
  rapier.physicsPipeline.raw.step(
    gravity,
    rapier.integrationParameters.raw,
    rapier.islands.raw,
    rapier.broadPhase.raw,
    rapier.narrowPhase.raw,
    rapier.bodies.raw,
    rapier.colliders.raw,
    rapier.impulseJoints.raw,
    rapier.multibodyJoints.raw,
    rapier.ccdSolver.raw,
  )
}
