// A free hammer that lies on the table along x, its head at +x.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import { QUARTER_TURN_X } from '../vector.ts'
import type { Prop } from './prop.ts'

const HANDLE: Colour = '#b3312c'
const GRIP: Colour = '#2c2f35'
const STEEL: Colour = '#8f979f'

/** Half the handle's size; head and handle are equally thick, so that the hammer lies flat. */
const HALF: Vec3 = [0.14, 0.014, 0.02]
const HEAD_X = 0.16
/** Middle of the face that strikes, from the middle of the handle. */
export const HAMMER_FACE: Vec3 = [HEAD_X, 0.07, 0]
export const HAMMER = { halfWidth: HALF[1], rest: HALF[2] } as const

/**
 * Sites: `hammer`, the middle of the handle.
 * @param position of the middle of the handle
 */
export function hammer({ position }: { readonly position: Vec3 }): Prop {
  return {
    bodies: [{ name: 'hammer', kind: 'dynamic', position, geoms: GEOMS }],
    joints: [],
    sites: [{ name: 'hammer', body: 'hammer', position: [0, 0, 0] }],
  }
}

const FACE_HALF = 0.012
/** The head collides as one box: cylinders that lie on the table cost three times as much. */
const GEOMS: readonly Geom[] = [
  solid(HALF, [0, 0, 0], HANDLE, 0.12),
  solid([0.02, HAMMER_FACE[1], HALF[2]], [HEAD_X, 0, 0], STEEL, 0.09),
  face(1),
  face(-1),
  {
    shape: { kind: 'box', half: [0.035, HALF[1] + 0.0005, HALF[2] + 0.0005] },
    position: [-0.1, 0, 0],
    colour: GRIP,
    touches: 'nothing',
  },
]

function solid(half: Vec3, position: Vec3, colour: Colour, mass: number): Geom {
  return { shape: { kind: 'box', half }, position, colour, mass, friction: 0.8, touches: 'everything' }
}

/** The rounded end of the head; drawn only. */
function face(side: number): Geom {
  return {
    shape: { kind: 'cylinder', radius: 0.0262, halfHeight: FACE_HALF },
    position: [HEAD_X, side * (HAMMER_FACE[1] - FACE_HALF), 0],
    rotation: QUARTER_TURN_X,
    colour: STEEL,
    touches: 'nothing',
  }
}
