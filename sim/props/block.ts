// A free wooden block: a cube of 4 cm.

import type { Colour, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const MAPLE: Colour = '#e0b354'
const STAMP: Colour = '#2f6db3'

export const BLOCK = { half: 0.02, mass: 0.15, friction: 1 } as const

export interface BlockOptions {
  /** Of its centre; it stands on the table at z = `BLOCK.half`. */
  readonly position: Vec3
  /** Free unless told. */
  readonly lockRotation?: boolean
}

/** Sites: `block`, its centre. */
export function block({ position, lockRotation = false }: BlockOptions): Prop {
  const { half, mass, friction } = BLOCK
  return {
    bodies: [
      {
        name: 'block',
        kind: 'dynamic',
        position,
        lockRotation,
        geoms: [
          { shape: { kind: 'box', half: [half, half, half] }, colour: MAPLE, mass, friction, touches: 'everything' },
          {
            shape: { kind: 'box', half: [half * 0.6, half * 0.6, 0.0005] },
            position: [0, 0, half],
            colour: STAMP,
            touches: 'nothing',
          },
        ],
      },
    ],
    joints: [],
    sites: [{ name: 'block', body: 'block', position: [0, 0, 0] }],
  }
}
