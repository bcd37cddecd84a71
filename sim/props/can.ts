// A free soda can.

import type { Colour, Geom, Quat, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const RED: Colour = '#b8333a'
const TIN: Colour = '#c3c9cf'

export const CAN = { radius: 0.026, halfHeight: 0.048, mass: 0.15 } as const

/**
 * Sites: `can`, its middle.
 * @param position of its middle
 */
export function can({ position, rotation }: { readonly position: Vec3; readonly rotation: Quat }): Prop {
  const { radius, halfHeight, mass } = CAN
  const body: Geom = {
    shape: { kind: 'cylinder', radius, halfHeight },
    colour: RED,
    mass,
    friction: 1,
    touches: 'everything',
  }
  const rim = (z: number): Geom => ({
    shape: { kind: 'cylinder', radius: radius * 0.92, halfHeight: 0.0006 },
    position: [0, 0, z],
    colour: TIN,
    touches: 'nothing',
  })
  return {
    bodies: [{ name: 'can', kind: 'dynamic', position, rotation, geoms: [body, rim(halfHeight), rim(-halfHeight)] }],
    joints: [],
    sites: [{ name: 'can', body: 'can', position: [0, 0, 0] }],
  }
}
