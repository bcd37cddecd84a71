// A Rethink Sawyer, the robot of Meta-World: dark red and grey, each joint beside the one before it, a screen for a face.
// Offsets and limits are those of its published description (sawyer_description, URDF), joint angles counted from the
// Denavit-Hartenberg zero; lengths are multiplied, as those of the Panda, until the whole workspace is within reach.

import type { Colour, Vec3 } from '../scene.ts'
import { QUARTER_TURN_Z } from '../vector.ts'
import { box, cylinder, linkBodies } from './link-shapes.ts'
import { type JointParameters, QUARTER, type Robot } from './robot.ts'

const SCALE = 1.4

const SHELL: Colour = '#8c1f28'
const CAP: Colour = '#3d4249'
const STEEL: Colour = '#8b929a'
const SCREEN: Colour = '#9fc6d8'

const SHOULDER = SCALE * 0.317
const SHOULDER_AHEAD = SCALE * 0.081
const SHOULDER_ASIDE = SCALE * 0.1925
const UPPER_ARM = SCALE * 0.4
const ELBOW_BACK = SCALE * 0.1685
const FOREARM = SCALE * 0.4
const WRIST_ASIDE = SCALE * 0.1363
const FLANGE = SCALE * 0.1345
/** Of the last joint's published zero; that of the second joint is a quarter. */
const FLANGE_TURN = Math.PI - 0.17453

const joints: readonly JointParameters[] = [
  { a: 0, alpha: 0, d: SHOULDER, low: -3.0503, high: 3.0503 },
  { a: SHOULDER_AHEAD, alpha: -QUARTER, d: SHOULDER_ASIDE, low: -3.8095 + QUARTER, high: 2.2736 + QUARTER },
  { a: 0, alpha: QUARTER, d: UPPER_ARM, low: -3.0426, high: 3.0426 },
  { a: 0, alpha: -QUARTER, d: -ELBOW_BACK, low: -3.0439, high: 3.0439 },
  { a: 0, alpha: QUARTER, d: FOREARM, low: -2.9761, high: 2.9761 },
  { a: 0, alpha: -QUARTER, d: WRIST_ASIDE, low: -2.9761, high: 2.9761 },
  { a: 0, alpha: QUARTER, d: 0, low: -4.7124 + FLANGE_TURN, high: 4.7124 + FLANGE_TURN },
]

/** From, to and radius of a cylinder on the real robot, metres. */
function span(from: number, to: number, radius: number) {
  return { from: SCALE * from, to: SCALE * to, radius: SCALE * radius }
}

function point(x: number, y: number, z: number): Vec3 {
  return [SCALE * x, SCALE * y, SCALE * z]
}

/** Housings lie along the axes of the even joints, tubes between them; caps close the free ends of housings. */
const links = [
  [cylinder(CAP, 'z', span(0, 0.02, 0.14)), cylinder(STEEL, 'z', span(0.02, 0.08, 0.1))],
  [
    cylinder(SHELL, 'z', span(-0.237, 0.03, 0.08)),
    cylinder(SHELL, 'y', span(-0.06, 0.1, 0.075), [SHOULDER_AHEAD, 0, 0]),
    cylinder(CAP, 'y', span(-0.075, -0.06, 0.06), [SHOULDER_AHEAD, 0, 0]),
    cylinder(STEEL, 'z', span(0.03, 0.09, 0.03)),
    box(CAP, point(0.02, 0, 0.15), point(0.014, 0.115, 0.075)),
    box(SCREEN, point(0.034, 0, 0.15), point(0.002, 0.1, 0.06)),
  ],
  [
    cylinder(SHELL, 'z', span(-0.0925, 0.055, 0.07)),
    cylinder(CAP, 'z', span(0.055, 0.07, 0.055)),
    cylinder(SHELL, 'y', span(-0.14, 0, 0.058)),
  ],
  [
    cylinder(CAP, 'z', span(-0.26, -0.235, 0.06)),
    cylinder(SHELL, 'z', span(-0.235, 0, 0.054)),
    cylinder(SHELL, 'y', span(-0.08, 0.05, 0.058)),
    cylinder(CAP, 'y', span(0.05, 0.065, 0.045)),
  ],
  [
    cylinder(SHELL, 'z', span(-0.045, 0.0885, 0.056)),
    cylinder(CAP, 'z', span(-0.06, -0.045, 0.044)),
    cylinder(SHELL, 'y', span(-0.125, 0, 0.05)),
  ],
  [
    cylinder(CAP, 'z', span(-0.275, -0.25, 0.052)),
    cylinder(SHELL, 'z', span(-0.25, 0, 0.045)),
    cylinder(SHELL, 'y', span(-0.045, 0.031, 0.048)),
    cylinder(CAP, 'y', span(-0.06, -0.045, 0.038)),
  ],
  [
    cylinder(SHELL, 'z', span(-0.1053, 0.04, 0.046)),
    cylinder(CAP, 'z', span(0.04, 0.055, 0.036)),
    cylinder(SHELL, 'y', span(-0.06, 0, 0.042)),
  ],
  [cylinder(STEEL, 'z', span(0.06, 0.1, 0.04)), cylinder(CAP, 'z', span(0.1, 0.1345, 0.034))],
]

/** Rests with the elbow out to -x, so that the forearm does not hide the hand from the side that the views look from. */
export const sawyer: Robot = {
  base: { position: [0, -0.05, 0], rotation: QUARTER_TURN_Z },
  joints,
  flangeLength: FLANGE,
  home: [0.58, 1.23, -0.87, 1.46, -2.08, -0.97, 0.98],
  bodies: linkBodies(links),
}
