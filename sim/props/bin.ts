// An open bin that stands on the table.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

/** Half its width. Upstream's bins are 20 cm wide, and its blocks may start inside a wall. */
const HALF = 0.12
const WALL = 0.004
const HEIGHT = 0.06

export interface BinOptions {
  readonly name: string
  /** Middle of its foot on the table. */
  readonly position: Vec3
  readonly colour: Colour
}

/** Thickness of its bottom: what lies in it lies that much higher. */
export const BIN_BOTTOM = 0.01

export function bin({ name, position, colour }: BinOptions): Prop {
  const board = (half: Vec3, at: Vec3): Geom => ({
    shape: { kind: 'box', half },
    position: at,
    colour,
    friction: 0.8,
    touches: 'everything',
  })
  const [middle, edge] = [HEIGHT / 2, HALF - WALL]
  const geoms = [
    board([HALF, HALF, BIN_BOTTOM / 2], [0, 0, BIN_BOTTOM / 2]),
    board([HALF, WALL, middle], [0, -edge, middle]),
    board([HALF, WALL, middle], [0, edge, middle]),
    board([WALL, HALF - 2 * WALL, middle], [-edge, 0, middle]),
    board([WALL, HALF - 2 * WALL, middle], [edge, 0, middle]),
  ]
  return { bodies: [{ name, kind: 'fixed', position, geoms }], joints: [], sites: [] }
}
