// A plate that slides over the table on damped rails in x and y, without turning.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const BLACK: Colour = '#2f3237'
const RING: Colour = '#e5b93c'

const HALF: Vec3 = [0.05, 0.05, 0.014]
/** Height of its middle: it hovers 2 mm above the table. */
const HEIGHT = 0.016
const MASS = 0.3
/** How fast it slows down when left alone, 1/s: Meta-World's 1 N s/m on 0.05 kg. */
const DAMPING = 20

/** Sites: `plate`, its middle. @param position of its middle on the table */
export function plate({ position: [x, y, z] }: { readonly position: Vec3 }): Prop {
  return {
    bodies: [
      { name: 'plate', kind: 'dynamic', position: [x, y, z + HEIGHT], planar: { damping: DAMPING }, geoms: GEOMS },
    ],
    joints: [],
    sites: [{ name: 'plate', body: 'plate', position: [0, 0, 0] }],
  }
}

const GEOMS: readonly Geom[] = [
  { shape: { kind: 'box', half: HALF }, colour: BLACK, mass: MASS, friction: 0.5, touches: 'everything' },
  ring(0.04, 0.0004, RING),
  ring(0.034, 0.0008, BLACK),
]

function ring(radius: number, halfHeight: number, colour: Colour): Geom {
  return { shape: { kind: 'cylinder', radius, halfHeight }, position: [0, 0, HALF[2]], colour, touches: 'nothing' }
}
