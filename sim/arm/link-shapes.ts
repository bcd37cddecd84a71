// What links are drawn of: cylinders along an axis of the link's frame, balls and boxes. Nothing here collides.

import type { Body, Colour, Geom, Vec3 } from '../scene.ts'
import { IDENTITY, QUARTER_TURN_X, QUARTER_TURN_Y } from '../vector.ts'

const ALONG = { x: QUARTER_TURN_Y, y: QUARTER_TURN_X, z: IDENTITY } as const
type Axis = keyof typeof ALONG

interface Span {
  readonly from: number
  readonly to: number
  readonly radius: number
}

/** A cylinder along `axis`, which passes through `through`. */
export function cylinder(colour: Colour, axis: Axis, { from, to, radius }: Span, through: Vec3 = [0, 0, 0]): Geom {
  const middle = (from + to) / 2
  const offset: Vec3 = [axis === 'x' ? middle : 0, axis === 'y' ? middle : 0, axis === 'z' ? middle : 0]
  return {
    shape: { kind: 'cylinder', radius, halfHeight: Math.abs(to - from) / 2 },
    position: [through[0] + offset[0], through[1] + offset[1], through[2] + offset[2]],
    rotation: ALONG[axis],
    colour,
    touches: 'nothing',
  }
}

export function sphere(colour: Colour, position: Vec3, radius: number): Geom {
  return { shape: { kind: 'sphere', radius }, position, colour, touches: 'nothing' }
}

export function box(colour: Colour, position: Vec3, half: Vec3): Geom {
  return { shape: { kind: 'box', half }, position, colour, touches: 'nothing' }
}

/** `arm-0` to `arm-7`. */
export function linkBodies(links: readonly (readonly Geom[])[]): Body[] {
  return links.map((geoms, link) => ({ name: `arm-${link}`, kind: 'kinematic', position: [0, 0, 0], geoms }))
}
