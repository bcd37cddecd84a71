// A free cube of any size, turned as it may be.

import type { Colour, Quat, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const RED: Colour = '#c23b3b'
/** Kilograms per cubic metre, as robosuite's cube, which is meant to be light. */
const DENSITY = 1000

export interface CubeOptions {
  /** Of its middle. */
  readonly position: Vec3
  readonly rotation: Quat
  /** Half its edges. */
  readonly half: Vec3
}

/** Sites: `cube`, its middle. */
export function cube({ position, rotation, half }: CubeOptions): Prop {
  const mass = 8 * half[0] * half[1] * half[2] * DENSITY
  return {
    bodies: [
      {
        name: 'cube',
        kind: 'dynamic',
        position,
        rotation,
        geoms: [{ shape: { kind: 'box', half }, colour: RED, mass, friction: 1, touches: 'everything' }],
      },
    ],
    joints: [],
    sites: [{ name: 'cube', body: 'cube', position: [0, 0, 0] }],
  }
}
