// A free square nut with a handle, and the square peg that it goes over.

import type { Colour, Geom, Quat, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const BRONZE: Colour = '#b98a3c'
const GRIP: Colour = '#3f6f8f'
const WOOD: Colour = '#8d6a49'

/** Half the edges of its outside and its hole, half its height and the handle's width, metres. */
export const SQUARE_NUT = { half: 0.038, hole: 0.022, halfHeight: 0.012, handleHalfWidth: 0.012 } as const
/** Where the handle is held, from the hole's middle. */
export const SQUARE_NUT_HANDLE: Vec3 = [0.085, 0, 0]
/** Half the edge of the peg, and how high it stands. */
export const SQUARE_PEG = { half: 0.016, height: 0.1 } as const

const HANDLE_END = 0.115

/**
 * Sites: `nut`, the middle of its hole.
 * @param position of the hole's middle
 * @param rotation from lying with the handle towards +x
 */
export function squareNut({ position, rotation }: { readonly position: Vec3; readonly rotation: Quat }): Prop {
  return {
    bodies: [{ name: 'nut', kind: 'dynamic', position, rotation, geoms: NUT }],
    joints: [],
    sites: [{ name: 'nut', body: 'nut', position: [0, 0, 0] }],
  }
}

/** @param position of its foot on the table */
export function squarePeg({ position: [x, y, z] }: { readonly position: Vec3 }): Prop {
  const { half, height } = SQUARE_PEG
  const geoms: Geom[] = [
    { shape: { kind: 'box', half: [half, half, height / 2] }, colour: WOOD, friction: 0.5, touches: 'everything' },
  ]
  return {
    bodies: [{ name: 'peg', kind: 'fixed', position: [x, y, z + height / 2], geoms }],
    joints: [],
    sites: [],
  }
}

function bar(half: Vec3, position: Vec3, mass: number, colour: Colour): Geom {
  return { shape: { kind: 'box', half }, position, colour, mass, friction: 1, touches: 'everything' }
}

const { half, hole, halfHeight, handleHalfWidth } = SQUARE_NUT
const [middle, thick] = [(half + hole) / 2, (half - hole) / 2]
const reach = (HANDLE_END - half) / 2

const NUT: readonly Geom[] = [
  bar([thick, half, halfHeight], [-middle, 0, 0], 0.02, BRONZE),
  bar([thick, half, halfHeight], [middle, 0, 0], 0.02, BRONZE),
  bar([hole, thick, halfHeight], [0, -middle, 0], 0.015, BRONZE),
  bar([hole, thick, halfHeight], [0, middle, 0], 0.015, BRONZE),
  bar([reach, handleHalfWidth, halfHeight], [half + reach, 0, 0], 0.05, GRIP),
]
