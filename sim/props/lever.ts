// A lever on a stand: a rod with a knob at its end that points at the robot and can be raised until it stands upright.

import type { Body, Colour, Geom, Joint, Vec3 } from '../scene.ts'
import { QUARTER_TURN_X, QUARTER_TURN_Y } from '../vector.ts'
import type { Prop } from './prop.ts'

const STAND: Colour = '#6b7683'
const STEEL: Colour = '#c3c8ce'
const BLUE: Colour = '#2f6fb5'

const FRICTION = 0.8
/** The axle, from the stand's foot. */
const AXLE: Vec3 = [0.12, 0, 0.25]
/** From the axle to the middle of the knob. */
const LENGTH = 0.2
/** A little more than a quarter turn up, radians. */
const TRAVEL = 1.65
/** Weak return spring, N m/rad and N m s/rad. */
const SPRING = { stiffness: 0.2, damping: 0.15, rest: 0.2 }

/** Sites: `lever`, the middle of the knob. */
export function lever({ position }: { readonly position: Vec3 }): Prop {
  const [x, y, z] = position
  const stand: Body = { name: 'lever-stand', kind: 'fixed', position, geoms: STAND_GEOMS }
  const axled: Vec3 = [x + AXLE[0], y + AXLE[1], z + AXLE[2]]
  const arm: Body = { name: 'lever', kind: 'dynamic', position: axled, gravityScale: 0, geoms: ARM }
  const axle: Joint = {
    name: 'lever-axle',
    kind: 'hinge',
    parent: stand.name,
    child: arm.name,
    anchor: { parent: AXLE, child: [0, 0, 0] },
    axis: [1, 0, 0],
    limits: [-TRAVEL, 0],
    drive: { kind: 'spring', ...SPRING },
  }
  return { bodies: [stand, arm], joints: [axle], sites: [{ name: 'lever', body: arm.name, position: [0, -LENGTH, 0] }] }
}

function block(half: Vec3, position: Vec3): Geom {
  return { shape: { kind: 'box', half }, position, colour: STAND, friction: FRICTION, touches: 'mechanism' }
}

const STAND_GEOMS: readonly Geom[] = [
  block([0.041, 0.083, 0.125], [0, 0, 0.125]),
  block([0.05, 0.092, 0.013], [0, 0, 0.013]),
  {
    shape: { kind: 'cylinder', radius: 0.083, halfHeight: 0.041 },
    position: [0, 0, 0.25],
    rotation: QUARTER_TURN_Y,
    colour: STAND,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'cylinder', radius: 0.016, halfHeight: 0.046 },
    position: [0.08, 0, 0.25],
    rotation: QUARTER_TURN_Y,
    colour: STEEL,
    touches: 'nothing',
  },
]

const ARM: readonly Geom[] = [
  {
    shape: { kind: 'cylinder', radius: 0.038, halfHeight: 0.016 },
    rotation: QUARTER_TURN_Y,
    colour: STEEL,
    mass: 0.2,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'cylinder', radius: 0.012, halfHeight: 0.1 },
    position: [0, -0.091, 0],
    rotation: QUARTER_TURN_X,
    colour: STEEL,
    mass: 0.15,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'sphere', radius: 0.03 },
    position: [0, -LENGTH, 0],
    colour: BLUE,
    mass: 0.15,
    friction: FRICTION,
    touches: 'mechanism',
  },
]
