// A spring-loaded button on a box, pressed towards +y or down.

import type { Body, Colour, Geom, Joint, Quat, Vec3 } from '../scene.ts'
import { IDENTITY, QUARTER_TURN_X, transformed } from '../vector.ts'
import type { Prop } from './prop.ts'

const HOUSING: Colour = '#4b5563'
const PLATE: Colour = '#e5b93c'
const CAP: Colour = '#c8322b'
const STEM: Colour = '#b5bcc4'

/** Height of a button that looks to the robot, above the table. */
const HEIGHT = 0.115
const CAP_HALF: Vec3 = [0.03, 0.02, 0.03]
const HOUSING_HALF: Vec3 = [0.08, 0.05, 0.09]
const MASS = 0.3
/** The front of the housing lies this far behind the face of the released button. */
const REACH = 0.16

export interface ButtonOptions {
  /** Middle of the face of the released button. */
  readonly face: Vec3
  /** Where it looks to: to the robot, or up. */
  readonly facing: 'robot' | 'up'
  /** How far it can be pressed, metres; less than 0.12, where the cap meets the housing. */
  readonly stroke: number
  /** Return spring, N/m and N s/m, and how far it is preloaded, metres. */
  readonly spring: { readonly stiffness: number; readonly damping: number; readonly preload: number }
}

/** Sites: `button`, the middle of its face. */
export function button({ face, facing, stroke, spring }: ButtonOptions): Prop {
  const { rotation, origin, housing: geoms } = FACINGS[facing]
  const housing: Body = {
    name: 'housing',
    kind: 'fixed',
    position: transformed(face, rotation, origin),
    rotation,
    geoms,
  }
  const centre = transformed(face, rotation, [0, CAP_HALF[1], 0])
  const cap: Body = { name: 'button', kind: 'dynamic', position: centre, rotation, gravityScale: 0, geoms: MUSHROOM }
  const plunger: Joint = {
    name: 'plunger',
    kind: 'slide',
    parent: housing.name,
    child: cap.name,
    anchor: { parent: [-origin[0], CAP_HALF[1] - origin[1], -origin[2]], child: [0, 0, 0] },
    axis: [0, 1, 0],
    limits: [0, stroke],
    drive: { kind: 'spring', stiffness: spring.stiffness, damping: spring.damping, rest: -spring.preload },
  }
  const site = { name: 'button', body: cap.name, position: [0, -CAP_HALF[1], 0] } as const
  return { bodies: [housing, cap], joints: [plunger], sites: [site] }
}

const STANDING: readonly Geom[] = [
  {
    shape: { kind: 'box', half: HOUSING_HALF },
    position: [0, HOUSING_HALF[1], HOUSING_HALF[2]],
    colour: HOUSING,
    friction: 0.8,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'box', half: [0.05, 0.002, 0.05] },
    position: [0, -0.002, HEIGHT],
    colour: PLATE,
    touches: 'nothing',
  },
]

/** Lies on its back: its own -y is the room's z. */
const LYING: readonly Geom[] = [
  {
    shape: { kind: 'box', half: [0.1, 0.074, 0.09] },
    position: [0, 0.074, 0],
    colour: HOUSING,
    friction: 0.8,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'box', half: [0.05, 0.002, 0.05] },
    position: [0, -0.002, 0],
    colour: PLATE,
    touches: 'nothing',
  },
]

const MUSHROOM: readonly Geom[] = [
  { shape: { kind: 'box', half: CAP_HALF }, colour: CAP, mass: MASS, friction: 0.8, touches: 'mechanism' },
  {
    shape: { kind: 'cylinder', radius: 0.014, halfHeight: 0.06 },
    position: [0, CAP_HALF[1] + 0.06, 0],
    rotation: QUARTER_TURN_X,
    colour: STEM,
    touches: 'nothing',
  },
]

/** How the button is turned, and where its housing has its origin, from the middle of the face. */
const FACINGS: Readonly<Record<ButtonOptions['facing'], { rotation: Quat; origin: Vec3; housing: readonly Geom[] }>> = {
  robot: { rotation: IDENTITY, origin: [0, REACH, -HEIGHT], housing: STANDING },
  up: { rotation: [-Math.SQRT1_2, 0, 0, Math.SQRT1_2], origin: [0, REACH, 0], housing: LYING },
}
