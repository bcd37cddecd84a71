// A low brick wall on the table, to go around or over.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const BRICK: Colour = '#a8553f'
const MORTAR: Colour = '#d8c7b8'
/** Height of a layer of bricks with its joint. */
const LAYER = 0.03
const JOINT = 0.0012

export interface WallOptions {
  /** Middle of its foot on the table. */
  readonly position: Vec3
  readonly half: Vec3
}

export function wall({ position: [x, y, z], half }: WallOptions): Prop {
  const bricks: Geom = {
    shape: { kind: 'box', half },
    colour: BRICK,
    friction: 0.8,
    touches: 'everything',
  }
  const layers = Math.round((2 * half[2]) / LAYER)
  const joints = Array.from({ length: layers - 1 }, (_, i) => joint(half, (i + 1) * LAYER - half[2]))
  return {
    bodies: [{ name: 'wall', kind: 'fixed', position: [x, y, z + half[2]], geoms: [bricks, ...joints] }],
    joints: [],
    sites: [],
  }
}

function joint([halfX, halfY]: Vec3, z: number): Geom {
  return {
    shape: { kind: 'box', half: [halfX + JOINT / 2, halfY + JOINT / 2, JOINT] },
    position: [0, 0, z],
    colour: MORTAR,
    touches: 'nothing',
  }
}
