// A drawer in a cabinet, pulled towards -y by a bar handle. An open finger fits between front and bar.

import type { Body, Colour, Geom, Joint, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const OAK: Colour = '#b98b5e'
const FRONT: Colour = '#d9b48a'
const INSIDE: Colour = '#6b4a2d'
const STEEL: Colour = '#7d8791'

const FRICTION = 0.8
/** Height of the drawer's middle, and so of the handle, above the table. */
const HEIGHT = 0.09
/** Outer face of the front, from the drawer's middle. */
const FACE = -0.1
/** Middle of the bar, from the drawer's middle; the gap behind it is 54 mm. */
const BAR = -0.16

export interface DrawerOptions {
  /** Where the closed drawer stands on the table. */
  readonly position: Vec3
  /** How far it comes out, metres. */
  readonly stroke: number
  /** Viscous friction, N s/m. */
  readonly damping: number
  /** How far it is out at the start, metres; 0 by default. */
  readonly out?: number
}

/** Sites: `handle`, the middle of the bar. */
export function drawer({ position, stroke, damping, out = 0 }: DrawerOptions): Prop {
  const [x, y, z] = position
  const cabinet: Body = { name: 'cabinet', kind: 'fixed', position, geoms: CABINET }
  const box: Body = { name: 'drawer', kind: 'dynamic', position: [x, y - out, z + HEIGHT], geoms: BOX }
  const rail: Joint = {
    name: 'rail',
    kind: 'slide',
    parent: cabinet.name,
    child: box.name,
    anchor: { parent: [0, 0, HEIGHT], child: [0, 0, 0] },
    axis: [0, -1, 0],
    limits: [0, stroke],
    drive: { kind: 'damping', damping },
  }
  return { bodies: [cabinet, box], joints: [rail], sites: [{ name: 'handle', body: box.name, position: [0, BAR, 0] }] }
}

const CABINET: readonly Geom[] = [
  panel([0.115, 0.115, 0.075], [0, 0.035, 0.075], OAK),
  drawn([0.12, 0.12, 0.004], [0, 0.032, 0.154], FRONT),
]

const BOX: readonly Geom[] = [
  { ...panel([0.1, 0.12, 0.05], [0, FACE + 0.12, 0], FRONT), mass: 0.6 },
  drawn([0.092, 0.106, 0.0005], [0, FACE + 0.122, 0.05], INSIDE),
  { ...panel([0.05, 0.006, 0.01], [0, BAR, 0], STEEL), mass: 0.2 },
  { ...post(-0.044), mass: 0.1 },
  { ...post(0.044), mass: 0.1 },
]

function panel(half: Vec3, position: Vec3, colour: Colour): Geom {
  return { shape: { kind: 'box', half }, position, colour, friction: FRICTION, touches: 'mechanism' }
}

function drawn(half: Vec3, position: Vec3, colour: Colour): Geom {
  return { shape: { kind: 'box', half }, position, colour, touches: 'nothing' }
}

function post(x: number): Geom {
  return panel([0.006, (FACE - BAR) / 2, 0.01], [x, (FACE + BAR) / 2, 0], STEEL)
}
