// A free wooden block: a cube of 4 cm. A second one in a scene has another name and colour.

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
  /** Of its body and its site; default `block`. */
  readonly name?: string
  readonly colour?: Colour
}

/** Sites: one with its name, its centre. */
export function block({ position, lockRotation = false, name = 'block', colour = MAPLE }: BlockOptions): Prop {
  const { half, mass, friction } = BLOCK
  return {
    bodies: [
      {
        name,
        kind: 'dynamic',
        position,
        lockRotation,
        geoms: [
          { shape: { kind: 'box', half: [half, half, half] }, colour, mass, friction, touches: 'everything' },
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
    sites: [{ name, body: name, position: [0, 0, 0] }],
  }
}
