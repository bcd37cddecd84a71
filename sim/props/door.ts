// A safe whose door is hinged on the left and opens towards the robot by a bar that stands out in front of it.

import type { Body, Colour, Geom, Joint, Quat, Vec3 } from '../scene.ts'
import { IDENTITY, QUARTER_TURN_X, QUARTER_TURN_Y } from '../vector.ts'
import type { Prop } from './prop.ts'
import { safe } from './safe.ts'

const DOOR: Colour = '#7f8b98'
const STEEL: Colour = '#d5dade'

const FRICTION = 0.8
/** The hinge, from the safe's middle. */
const HINGE: Vec3 = [-0.185, -0.1, 0]
/** The bar, from the hinge, when the door is closed: its middle, half length and radius. A finger fits behind it. */
const BAR = { x: 0.345, y: -0.125, half: 0.07, radius: 0.016 }
/** Where along the door the stem carries it, and where it is observed. */
const STEM = 0.295
const GRASP = 0.375
/** How far it opens, radians. */
const OPEN = 2
/** Viscous friction, N m s/rad. */
const DAMPING = 0.2

const STARTS: Readonly<Record<DoorOptions['starts'], Quat>> = {
  closed: IDENTITY,
  ajar: [0, 0, -Math.SQRT1_2, Math.SQRT1_2],
}

export interface DoorOptions {
  /** Of the safe's middle, 15 cm above the table. */
  readonly position: Vec3
  /** Closed, or a quarter turn open. */
  readonly starts: 'closed' | 'ajar'
}

/** Sites: `door-handle`, on the bar. The body `door` has its origin in the hinge. */
export function door({ position, starts }: DoorOptions): Prop {
  const hinged: Vec3 = [position[0] + HINGE[0], position[1] + HINGE[1], position[2] + HINGE[2]]
  const box = safe(position)
  const leaf: Body = { name: 'door', kind: 'dynamic', position: hinged, rotation: STARTS[starts], geoms: LEAF }
  const hinge: Joint = {
    name: 'door-hinge',
    kind: 'hinge',
    parent: box.name,
    child: leaf.name,
    anchor: { parent: HINGE, child: [0, 0, 0] },
    axis: [0, 0, 1],
    limits: [-OPEN, 0],
    drive: { kind: 'damping', damping: DAMPING },
  }
  return {
    bodies: [box, leaf],
    joints: [hinge],
    sites: [{ name: 'door-handle', body: leaf.name, position: [GRASP, BAR.y, 0] }],
  }
}

const LEAF: readonly Geom[] = [
  {
    shape: { kind: 'box', half: [0.18, 0.01, 0.123] },
    position: [0.185, 0, 0],
    colour: DOOR,
    mass: 1,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'cylinder', radius: BAR.radius, halfHeight: BAR.half },
    position: [BAR.x, BAR.y, 0],
    rotation: QUARTER_TURN_Y,
    colour: STEEL,
    mass: 0.2,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'cylinder', radius: 0.013, halfHeight: -BAR.y / 2 },
    position: [STEM, BAR.y / 2, 0],
    rotation: QUARTER_TURN_X,
    colour: STEEL,
    mass: 0.1,
    friction: FRICTION,
    touches: 'mechanism',
  },
  rosette(0.028, STEM),
  knuckle(0.07),
  knuckle(-0.07),
]

function rosette(radius: number, x: number): Geom {
  return {
    shape: { kind: 'cylinder', radius, halfHeight: 0.004 },
    position: [x, -0.012, 0],
    rotation: QUARTER_TURN_X,
    colour: STEEL,
    touches: 'nothing',
  }
}

function knuckle(z: number): Geom {
  return {
    shape: { kind: 'cylinder', radius: 0.013, halfHeight: 0.045 },
    position: [0, 0, z],
    colour: STEEL,
    touches: 'nothing',
  }
}
