// An open rectangular bin, plain or divided into four, after those of robosuite's pick-and-place.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

/** Half its width and depth, its floor and the walls above the table, metres. */
export const SORTING_BIN = { half: [0.245, 0.195], floor: 0.01, height: 0.055 } as const
const WALL = 0.004

export interface SortingBinOptions {
  readonly name: string
  /** Middle of its foot on the table. */
  readonly position: Vec3
  readonly colour: Colour
  /** Into four compartments. */
  readonly divided: boolean
}

export function sortingBin({ name, position, colour, divided }: SortingBinOptions): Prop {
  const [x, y] = SORTING_BIN.half
  const [floor, middle] = [SORTING_BIN.floor / 2, SORTING_BIN.height / 2]
  const board = (half: Vec3, at: Vec3): Geom => ({
    shape: { kind: 'box', half },
    position: at,
    colour,
    friction: 0.8,
    touches: 'everything',
  })
  const across = (at: number) => board([x, WALL, middle], [0, at, middle])
  const along = (at: number) => board([WALL, y - 2 * WALL, middle], [at, 0, middle])
  const geoms = [
    board([x, y, floor], [0, 0, floor]),
    across(WALL - y),
    across(y - WALL),
    along(WALL - x),
    along(x - WALL),
  ]
  if (divided) geoms.push(across(0), along(0))
  return { bodies: [{ name, kind: 'fixed', position, geoms }], joints: [], sites: [] }
}
