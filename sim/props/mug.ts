// A free mug with a handle on its side.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const GLAZE: Colour = '#2f7fb5'
const COFFEE: Colour = '#3b2417'

export const MUG = { radius: 0.028, halfHeight: 0.033 } as const
const MASS = 0.15
const HANDLE = { away: 0.044, halfHeight: 0.016, width: 0.004 }

/**
 * Sites: `mug`, the middle of its foot.
 * @param position of its foot on the table
 */
export function mug({ position: [x, y, z] }: { readonly position: Vec3 }): Prop {
  const { radius, halfHeight } = MUG
  const cup: Geom = {
    shape: { kind: 'cylinder', radius, halfHeight },
    colour: GLAZE,
    mass: MASS,
    friction: 1,
    touches: 'everything',
  }
  const filling: Geom = {
    shape: { kind: 'cylinder', radius: radius * 0.86, halfHeight: 0.0005 },
    position: [0, 0, halfHeight],
    colour: COFFEE,
    touches: 'nothing',
  }
  const { away, halfHeight: handle, width } = HANDLE
  const middle = (radius + away) / 2
  return {
    bodies: [
      {
        name: 'mug',
        kind: 'dynamic',
        position: [x, y, z + halfHeight],
        geoms: [
          cup,
          filling,
          ear([width, width, handle], [away, 0, 0]),
          ear([(away - radius) / 2 + width, width, width], [middle, 0, handle]),
          ear([(away - radius) / 2 + width, width, width], [middle, 0, -handle]),
        ],
      },
    ],
    joints: [],
    sites: [{ name: 'mug', body: 'mug', position: [0, 0, -halfHeight] }],
  }
}

/** Drawn only: the fingers close across it. */
function ear(half: Vec3, position: Vec3): Geom {
  return { shape: { kind: 'box', half }, position, colour: GLAZE, touches: 'nothing' }
}
