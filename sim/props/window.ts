// A window whose left sash slides to the right on a bar handle.

import type { Body, Colour, Geom, Joint, Vec3 } from '../scene.ts'
import { QUARTER_TURN_X } from '../vector.ts'
import type { Prop } from './prop.ts'

const FRAME: Colour = '#b3443a'
const SASH: Colour = '#d9685c'
const GLASS: Colour = '#bfe0ea'
const WHITE: Colour = '#f2f2ee'

const FRICTION = 0.8
/** How far the sash slides, metres. */
const STROKE = 0.2
/** Viscous friction, N s/m. */
const DAMPING = 4
/** The upright bar, from the window's middle when closed. */
const BAR = { x: -0.014, y: -0.095, radius: 0.008, half: 0.053 }

export interface WindowOptions {
  /** Of its middle, 16 to 20 cm above the table. */
  readonly position: Vec3
  readonly starts: 'open' | 'closed'
}

/** Sites: `open-side` and `close-side`, left and right of the handle. */
export function slidingWindow({ position, starts }: WindowOptions): Prop {
  const [x, y, z] = position
  const frame: Body = { name: 'window', kind: 'fixed', position, geoms: FIXED }
  const slid: Vec3 = [x + (starts === 'open' ? STROKE : 0), y, z]
  const sash: Body = { name: 'sash', kind: 'dynamic', position: slid, gravityScale: 0, geoms: SLIDING }
  const track: Joint = {
    name: 'window-track',
    kind: 'slide',
    parent: frame.name,
    child: sash.name,
    anchor: { parent: [0, 0, 0], child: [0, 0, 0] },
    axis: [1, 0, 0],
    limits: [0, STROKE],
    drive: { kind: 'damping', damping: DAMPING },
  }
  return {
    bodies: [frame, sash],
    joints: [track],
    sites: [
      { name: 'open-side', body: sash.name, position: [-0.04, BAR.y, 0] },
      { name: 'close-side', body: sash.name, position: [0.01, BAR.y, 0] },
    ],
  }
}

function part(half: Vec3, position: Vec3, colour: Colour): Geom {
  return { shape: { kind: 'box', half }, position, colour, friction: FRICTION, touches: 'mechanism' }
}

function pane(x: number, y: number): Geom {
  return {
    shape: { kind: 'box', half: [0.078, 0.0015, 0.132] },
    position: [x, y, 0],
    colour: GLASS,
    touches: 'nothing',
  }
}

const FIXED: readonly Geom[] = [
  part([0.015, 0.03, 0.151], [-0.216, 0, 0], FRAME),
  part([0.015, 0.03, 0.151], [0.216, 0, 0], FRAME),
  part([0.231, 0.03, 0.015], [0, 0, 0.166], FRAME),
  part([0.231, 0.03, 0.0075], [0, 0, -0.1515], FRAME),
  part([0.01, 0.012, 0.15], [0.01, 0.013, 0], FRAME),
  part([0.01, 0.012, 0.15], [0.19, 0.013, 0], FRAME),
  pane(0.1, 0.013),
]

const SLIDING: readonly Geom[] = [
  { ...part([0.014, 0.012, 0.144], [-0.014, -0.013, 0], SASH), mass: 0.3 },
  { ...part([0.01, 0.012, 0.144], [-0.19, -0.013, 0], SASH), mass: 0.3 },
  { ...part([0.076, 0.012, 0.01], [-0.104, -0.013, 0.134], SASH), mass: 0.2 },
  { ...part([0.076, 0.012, 0.01], [-0.104, -0.013, -0.134], SASH), mass: 0.2 },
  pane(-0.104, -0.013),
  {
    shape: { kind: 'cylinder', radius: BAR.radius, halfHeight: BAR.half },
    position: [BAR.x, BAR.y, 0],
    colour: WHITE,
    mass: 0.1,
    friction: FRICTION,
    touches: 'mechanism',
  },
  stay(0.045),
  stay(-0.045),
]

/** Carries the bar at a height. */
function stay(z: number): Geom {
  return {
    shape: { kind: 'cylinder', radius: BAR.radius, halfHeight: 0.035 },
    position: [BAR.x, -0.06, z],
    rotation: QUARTER_TURN_X,
    colour: WHITE,
    mass: 0.05,
    friction: FRICTION,
    touches: 'mechanism',
  }
}
