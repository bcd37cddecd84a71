// A dial on the table: a disc with a ridge to turn it by, and a red mark where the ridge points.

import type { Body, Colour, Geom, Joint, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const METAL: Colour = '#8d97a2'
const RIDGE: Colour = '#c3c8ce'
const RED: Colour = '#c8322b'

const FRICTION = 0.8
/** Less than a half turn either way: the engine's limits end there. */
const LIMIT = 3.1
/** Viscous friction, N m s/rad. */
const DAMPING = 0.04
/** Between disc and table. */
const GAP = 0.002
const DISC = { radius: 0.05, top: 0.036 }

/** Sites: `pointer`, where the mark is, at the height of the table. It starts pointing at the robot. */
export function dial({ position }: { readonly position: Vec3 }): Prop {
  const foot: Body = { name: 'dial-foot', kind: 'fixed', position, geoms: FOOT }
  const knob: Body = { name: 'dial', kind: 'dynamic', position, geoms: KNOB }
  const axle: Joint = {
    name: 'dial-axle',
    kind: 'hinge',
    parent: foot.name,
    child: knob.name,
    anchor: { parent: [0, 0, 0], child: [0, 0, 0] },
    axis: [0, 0, 1],
    limits: [-LIMIT, LIMIT],
    drive: { kind: 'damping', damping: DAMPING },
  }
  const site = { name: 'pointer', body: knob.name, position: [0, -DISC.radius, 0] } as const
  return { bodies: [foot, knob], joints: [axle], sites: [site] }
}

const FOOT: readonly Geom[] = [
  {
    shape: { kind: 'cylinder', radius: 0.062, halfHeight: 0.001 },
    position: [0, 0, 0.001],
    colour: RIDGE,
    touches: 'nothing',
  },
]

const KNOB: readonly Geom[] = [
  {
    shape: { kind: 'cylinder', radius: DISC.radius, halfHeight: (DISC.top - GAP) / 2 },
    position: [0, 0, (DISC.top + GAP) / 2],
    colour: METAL,
    mass: 0.7,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'box', half: [0.015, 0.046, 0.015] },
    position: [0, 0, 0.051],
    colour: RIDGE,
    mass: 0.3,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'box', half: [0.005, 0.012, 0.001] },
    position: [0, -0.034, 0.0665],
    colour: RED,
    touches: 'nothing',
  },
]
