// A free stick that lies along x.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const BLUE: Colour = '#2f62b5'
const CAP: Colour = '#f1f3f5'

export const STICK = { half: [0.05, 0.02, 0.02], mass: 0.1 } as const

/**
 * Sites: `stick`, its middle.
 * @param position of its middle
 */
export function stick({ position }: { readonly position: Vec3 }): Prop {
  const [halfX, halfY, halfZ] = STICK.half
  const geoms: Geom[] = [
    { shape: { kind: 'box', half: STICK.half }, colour: BLUE, mass: STICK.mass, friction: 1, touches: 'everything' },
    ...[-1, 1].map(
      (end): Geom => ({
        shape: { kind: 'box', half: [0.006, halfY + 0.0004, halfZ + 0.0004] },
        position: [end * (halfX - 0.0056), 0, 0],
        colour: CAP,
        touches: 'nothing',
      }),
    ),
  ]
  return {
    bodies: [{ name: 'stick', kind: 'dynamic', position, geoms }],
    joints: [],
    sites: [{ name: 'stick', body: 'stick', position: [0, 0, 0] }],
  }
}
