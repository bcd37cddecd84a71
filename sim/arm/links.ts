// The arm as bodies to draw: eight links, each in the frame of its joint. Nothing here collides or is simulated.

import type { Body, Colour, Geom, Quat, Vec3 } from '../scene.ts'
import { IDENTITY, QUARTER_TURN_X } from '../vector.ts'
import { FLANGE_LENGTH, JOINTS, SCALE } from './dh.ts'

const SHELL: Colour = '#eef0f2'
const JOINT: Colour = '#b9c0c7'
const DARK: Colour = '#4a5058'

const QUARTER_TURN_Y: Quat = [0, Math.SQRT1_2, 0, Math.SQRT1_2]
const ALONG = { x: QUARTER_TURN_Y, y: QUARTER_TURN_X, z: IDENTITY } as const
type Axis = keyof typeof ALONG

const SHOULDER = JOINTS[0]!.d
const UPPER_ARM = JOINTS[2]!.d
const ELBOW = JOINTS[3]!.a
const FOREARM = JOINTS[4]!.d
const WRIST = JOINTS[6]!.a

/** Radii, thicker at the base than at the wrist. */
const THICK = { base: SCALE * 0.062, upper: SCALE * 0.052, fore: SCALE * 0.041, wrist: SCALE * 0.032 }

/** `arm-0` (the base) to `arm-7` (the flange). Their poses come from `armLinkPoses`. */
export const armBodies: readonly Body[] = [
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
    cylinder(SHELL, 'z', { from: 0, to: FLANGE_LENGTH * 0.7, radius: THICK.wrist }),
    cylinder(DARK, 'z', { from: FLANGE_LENGTH * 0.7, to: FLANGE_LENGTH, radius: THICK.wrist * 0.8 }),
  ],
].map((geoms, link) => ({ name: `arm-${link}`, kind: 'kinematic', position: [0, 0, 0], geoms }))

interface Span {
  readonly from: number
  readonly to: number
  readonly radius: number
}

/** A cylinder along an axis of the link's frame, through `through`. */
function cylinder(colour: Colour, axis: Axis, { from, to, radius }: Span, through: Vec3 = [0, 0, 0]): Geom {
  const middle = (from + to) / 2
  const offset: Vec3 = [axis === 'x' ? middle : 0, axis === 'y' ? middle : 0, axis === 'z' ? middle : 0]
  return {
    shape: { kind: 'cylinder', radius, halfHeight: Math.abs(to - from) / 2 },
    position: [through[0] + offset[0], through[1] + offset[1], through[2] + offset[2]],
    rotation: ALONG[axis],
    colour,
    touches: 'nothing',
  }
}

function sphere(colour: Colour, position: Vec3, radius: number): Geom {
  return { shape: { kind: 'sphere', radius }, position, colour, touches: 'nothing' }
}
