// A Franka Panda, white with grey joints. Proportions and limits are the published ones; its lengths are multiplied so that
// the hand's whole workspace is within reach of a robot that stands behind the table.

import type { Colour } from '../scene.ts'
import { QUARTER_TURN_Z } from '../vector.ts'
import { cylinder, linkBodies, sphere } from './link-shapes.ts'
import { type JointParameters, QUARTER, type Robot } from './robot.ts'

/** With less the far corners of the workspace are out of reach, with more the near edge is too close to fold to. */
const SCALE = 1.5

const SHELL: Colour = '#eef0f2'
const JOINT: Colour = '#b9c0c7'
const DARK: Colour = '#4a5058'

const SHOULDER = SCALE * 0.333
const UPPER_ARM = SCALE * 0.316
const ELBOW = SCALE * 0.0825
const FOREARM = SCALE * 0.384
const WRIST = SCALE * 0.088
const FLANGE = SCALE * 0.107

const joints: readonly JointParameters[] = [
  { a: 0, alpha: 0, d: SHOULDER, low: -2.8973, high: 2.8973 },
  { a: 0, alpha: -QUARTER, d: 0, low: -1.7628, high: 1.7628 },
  { a: 0, alpha: QUARTER, d: UPPER_ARM, low: -2.8973, high: 2.8973 },
  { a: ELBOW, alpha: QUARTER, d: 0, low: -3.0718, high: -0.0698 },
  { a: -ELBOW, alpha: -QUARTER, d: FOREARM, low: -2.8973, high: 2.8973 },
  { a: 0, alpha: QUARTER, d: 0, low: -0.0175, high: 3.7525 },
  { a: WRIST, alpha: QUARTER, d: 0, low: -2.8973, high: 2.8973 },
]

/** Radii, thicker at the base than at the wrist. */
const THICK = { base: SCALE * 0.062, upper: SCALE * 0.052, fore: SCALE * 0.041, wrist: SCALE * 0.032 }

const links = [
  [
    cylinder(SHELL, 'z', { from: 0.02, to: SHOULDER * 0.6, radius: THICK.base }),
    cylinder(DARK, 'z', { from: 0, to: 0.03, radius: THICK.base * 1.5 }),
  ],
  [
    cylinder(SHELL, 'z', { from: -SHOULDER * 0.4, to: 0, radius: THICK.base }),
    cylinder(JOINT, 'y', { from: -THICK.base * 1.15, to: THICK.base * 1.15, radius: THICK.base * 0.8 }),
    sphere(SHELL, [0, 0, 0], THICK.base),
  ],
  [
    cylinder(SHELL, 'y', { from: -UPPER_ARM * 0.75, to: 0, radius: THICK.upper }),
    sphere(SHELL, [0, 0, 0], THICK.upper),
  ],
  [
    cylinder(SHELL, 'z', { from: -UPPER_ARM * 0.25, to: 0, radius: THICK.upper }),
    sphere(SHELL, [0, 0, 0], THICK.upper),
    cylinder(SHELL, 'x', { from: 0, to: ELBOW, radius: THICK.fore }),
    cylinder(JOINT, 'y', { from: -THICK.upper * 1.15, to: THICK.upper * 1.15, radius: THICK.upper * 0.8 }, [
      ELBOW,
      0,
      0,
    ]),
  ],
  [
    sphere(SHELL, [0, 0, 0], THICK.upper),
    cylinder(SHELL, 'x', { from: -ELBOW, to: 0, radius: THICK.fore }),
    sphere(SHELL, [-ELBOW, 0, 0], THICK.fore),
    cylinder(SHELL, 'y', { from: 0, to: FOREARM * 0.4, radius: THICK.fore }, [-ELBOW, 0, 0]),
  ],
  [
    cylinder(SHELL, 'z', { from: -FOREARM * 0.6, to: 0, radius: THICK.fore }),
    cylinder(JOINT, 'y', { from: -THICK.fore * 1.15, to: THICK.fore * 1.15, radius: THICK.fore * 0.8 }),
    sphere(SHELL, [0, 0, 0], THICK.fore),
  ],
  [cylinder(SHELL, 'x', { from: 0, to: WRIST, radius: THICK.wrist }), sphere(SHELL, [WRIST, 0, 0], THICK.wrist)],
  [
    cylinder(SHELL, 'z', { from: 0, to: FLANGE * 0.7, radius: THICK.wrist }),
    cylinder(DARK, 'z', { from: FLANGE * 0.7, to: FLANGE, radius: THICK.wrist * 0.8 }),
  ],
]

export const panda: Robot = {
  base: { position: [0, -0.05, 0], rotation: QUARTER_TURN_Z },
  joints,
  flangeLength: FLANGE,
  home: [0, -0.3, 0, -2.2, 0, 2, QUARTER],
  bodies: linkBodies(links),
}
