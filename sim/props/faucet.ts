// A faucet whose handle turns about an upright axis; it starts pointing at the robot.

import type { Body, Colour, Geom, Joint, Vec3 } from '../scene.ts'
import { QUARTER_TURN_X } from '../vector.ts'
import type { Prop } from './prop.ts'

const METAL: Colour = '#aab1b8'
const RED: Colour = '#c8322b'
const BLUE: Colour = '#2f6fb5'

const FRICTION = 0.8
/** Height of the handle's axis above the foot. */
const HEIGHT = 0.124
const QUARTER = Math.PI / 2
/** Viscous friction, N m s/rad. */
const DAMPING = 0.2
/** Where the tip of the handle is taken to be, seen from the two sides that it is pushed from. */
const TIP = { length: 0.175, side: 0.015, drop: 0.01 }

/** Sites: `open-side` and `close-side`, the flanks of the tip that face -x and +x. */
export function faucet({ position }: { readonly position: Vec3 }): Prop {
  const [x, y, z] = position
  const base: Body = { name: 'faucet', kind: 'fixed', position, geoms: BASE }
  const handle: Body = { name: 'faucet-handle', kind: 'dynamic', position: [x, y, z + HEIGHT], geoms: HANDLE }
  const axle: Joint = {
    name: 'faucet-axle',
    kind: 'hinge',
    parent: base.name,
    child: handle.name,
    anchor: { parent: [0, 0, HEIGHT], child: [0, 0, 0] },
    axis: [0, 0, 1],
    limits: [-QUARTER, QUARTER],
    drive: { kind: 'damping', damping: DAMPING },
  }
  return {
    bodies: [base, handle],
    joints: [axle],
    sites: [
      { name: 'open-side', body: handle.name, position: [-TIP.side, -TIP.length, -TIP.drop] },
      { name: 'close-side', body: handle.name, position: [TIP.side, -TIP.length, -TIP.drop] },
    ],
  }
}

function upright(radius: number, low: number, high: number, colour: Colour): Geom {
  const shape = { kind: 'cylinder', radius, halfHeight: (high - low) / 2 } as const
  return { shape, position: [0, 0, (low + high) / 2], colour, friction: FRICTION, touches: 'mechanism' }
}

/** A rod towards -y from `from` to `to`. */
function rod(radius: number, from: number, to: number, colour: Colour): Geom {
  const shape = { kind: 'cylinder', radius, halfHeight: (to - from) / 2 } as const
  const position: Vec3 = [0, -(from + to) / 2, 0]
  return { shape, position, rotation: QUARTER_TURN_X, colour, friction: FRICTION, touches: 'mechanism' }
}

const BASE: readonly Geom[] = [
  upright(0.046, 0, 0.018, METAL),
  upright(0.017, 0.018, 0.104, METAL),
  { shape: { kind: 'box', half: [0.012, 0.05, 0.009] }, position: [0, 0.05, 0.085], colour: METAL, touches: 'nothing' },
  {
    shape: { kind: 'cylinder', radius: 0.012, halfHeight: 0.016 },
    position: [0, 0.098, 0.078],
    colour: METAL,
    touches: 'nothing',
  },
]

const HANDLE: readonly Geom[] = [
  { ...upright(0.032, -0.02, 0.02, METAL), mass: 0.5 },
  { ...rod(0.012, 0.03, 0.065, METAL), mass: 0.2 },
  { ...rod(0.017, 0.065, 0.19, RED), mass: 0.5 },
  {
    shape: { kind: 'cylinder', radius: 0.012, halfHeight: 0.001 },
    position: [0, 0, 0.0205],
    colour: BLUE,
    touches: 'nothing',
  },
]
