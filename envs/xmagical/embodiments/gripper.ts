// A disc with two fingers of two segments each, which open and close.

import type { Body, Geom } from '../../../sim/scene.ts'
import {
  drivenBody,
  type Embodiment,
  type FingerHinge,
  HALF_HEIGHT,
  ROBOT_COLOUR,
  ROBOT_FRICTION,
  ROBOT_MASS,
  ROBOT_RADIUS,
  ROBOT_START,
  ROBOT_Z,
} from './embodiment.ts'

/** Segments of a finger, metres; the far one bends inwards by an eighth of a half turn. */
const HALF_THICKNESS = 0.025
const NEAR_HALF = 0.11
const FAR_HALF = 0.07
const FINGER_MASS = ROBOT_MASS / 8
const FINGER_FRICTION = 5
/** Most that a finger opens outwards: an eighth of a half turn. */
export const FINGER_TRAVEL = Math.PI / 8
/** Sine and cosine of 22.5 and of 11.25 degrees. */
const SINE = Math.sqrt((1 - Math.SQRT1_2) / 2)
const COSINE = Math.sqrt((1 + Math.SQRT1_2) / 2)
const HALF_SINE = Math.sqrt((1 - COSINE) / 2)
const HALF_COSINE = Math.sqrt((1 + COSINE) / 2)

const fingers: readonly FingerHinge[] = [hinge('finger-left', -1), hinge('finger-right', 1)]

export const gripper: Embodiment = {
  name: 'gripper',
  bodies: () => [
    drivenBody(
      {
        shape: { kind: 'cylinder', radius: ROBOT_RADIUS, halfHeight: HALF_HEIGHT },
        colour: ROBOT_COLOUR,
        mass: ROBOT_MASS,
        friction: ROBOT_FRICTION,
        touches: 'hand',
      },
      { apart: 0.08, ahead: 0.06 },
    ),
    ...fingers.map(finger),
  ],
  inertia: (ROBOT_MASS * ROBOT_RADIUS ** 2) / 2,
  reach: ROBOT_RADIUS,
  halfWidth: ROBOT_RADIUS,
  overhang: 0.2,
  fingers,
  actions: 100,
}

function hinge(body: string, side: -1 | 1): FingerHinge {
  return { body, side, root: [side * 0.45 * ROBOT_RADIUS, 0.1 * ROBOT_RADIUS] }
}

/** At the start it is open. */
function finger({ body, side, root: [x, y] }: FingerHinge): Body {
  return {
    name: body,
    kind: 'dynamic',
    position: [ROBOT_START[0] + x, ROBOT_START[1] + y, ROBOT_Z],
    rotation: [0, 0, -side * HALF_SINE, HALF_COSINE],
    gravityScale: 0,
    planar: { damping: 0, turns: true },
    geoms: [segment(NEAR_HALF, { position: [0, NEAR_HALF, 0] }), segment(FAR_HALF, bend(side))],
  }
}

/** Where the far segment sits: hinged on the near one's outer corner and turned inwards. */
function bend(side: -1 | 1): Pick<Geom, 'position' | 'rotation'> {
  const [x, y] = [-side * HALF_THICKNESS, FAR_HALF]
  return {
    position: [side * HALF_THICKNESS + COSINE * x - side * SINE * y, 2 * NEAR_HALF + side * SINE * x + COSINE * y, 0],
    rotation: [0, 0, side * HALF_SINE, HALF_COSINE],
  }
}

function segment(half: number, place: Pick<Geom, 'position' | 'rotation'>): Geom {
  return {
    shape: { kind: 'box', half: [HALF_THICKNESS, half, 0.9 * HALF_HEIGHT] },
    ...place,
    colour: '#aeb8c2',
    mass: (FINGER_MASS * half) / (NEAR_HALF + FAR_HALF),
    friction: FINGER_FRICTION,
    touches: 'hand',
  }
}
