// A free puck: a short upright cylinder.

import type { Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

export const PUCK = { radius: 0.02, halfHeight: 0.02, mass: 0.3, friction: 1 } as const

export interface PuckOptions {
  /** Of its centre; it stands on the table at z = `PUCK.halfHeight`. */
  readonly position: Vec3
  /** Free unless told. */
  readonly lockRotation?: boolean
}

/** Sites: `puck`, its centre. */
export function puck({ position, lockRotation = false }: PuckOptions): Prop {
  const { radius, halfHeight, mass, friction } = PUCK
  return {
    bodies: [
      {
        name: 'puck',
        kind: 'dynamic',
        position,
        lockRotation,
        geoms: [
          { shape: { kind: 'cylinder', radius, halfHeight }, colour: '#d6453d', mass, friction, touches: 'everything' },
          {
            shape: { kind: 'cylinder', radius: radius * 0.6, halfHeight: 0.0005 },
            position: [0, 0, halfHeight],
            colour: '#f4d9d7',
            touches: 'nothing',
          },
        ],
      },
    ],
    joints: [],
    sites: [{ name: 'puck', body: 'puck', position: [0, 0, 0] }],
  }
}
