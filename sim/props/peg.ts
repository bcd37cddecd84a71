// A free peg, and the block with the hole that it fits into from the side.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const GREEN: Colour = '#3d9a5b'
const TIP: Colour = '#f0c14b'
const RED: Colour = '#a83e35'
const WOOD: Colour = '#c39663'

export const PEG = { half: [0.12, 0.015, 0.015], head: [-0.1, 0, 0], grasp: [0.03, 0, 0.01] } as const
const MASS = 0.1
/** Half the block's size, and half the width and height of its hole: 15 mm of play on each side. */
const BLOCK: Vec3 = [0.096, 0.1, 0.1]
const HOLE = 0.03
/** Middle of the hole's mouth, from the middle of the block's foot. */
export const MOUTH: Vec3 = [BLOCK[0], 0, 0.13]

/**
 * Sites: `peg-grasp`, where the hand holds it, and `peg-head`, near the end that goes in.
 * @param position of its middle; it lies along x, head towards -x
 */
export function peg({ position }: { readonly position: Vec3 }): Prop {
  const [halfX, halfY, halfZ] = PEG.half
  const geoms: Geom[] = [
    { shape: { kind: 'box', half: PEG.half }, colour: GREEN, mass: MASS, friction: 0.8, touches: 'everything' },
    {
      shape: { kind: 'box', half: [0.012, halfY + 0.0004, halfZ + 0.0004] },
      position: [0.0124 - halfX, 0, 0],
      colour: TIP,
      touches: 'nothing',
    },
  ]
  return {
    bodies: [{ name: 'peg', kind: 'dynamic', position, geoms }],
    joints: [],
    sites: [
      { name: 'peg-grasp', body: 'peg', position: PEG.grasp },
      { name: 'peg-head', body: 'peg', position: PEG.head },
    ],
  }
}

/** @param position middle of its foot on the table; the hole opens towards +x */
export function pegBlock({ position }: { readonly position: Vec3 }): Prop {
  return { bodies: [{ name: 'peg-block', kind: 'fixed', position, geoms: BLOCK_GEOMS }], joints: [], sites: [] }
}

const [HALF_X, HALF_Y, HALF_Z] = BLOCK
const CHEEK = (HALF_Y - HOLE) / 2
const BELOW = (MOUTH[2] - HOLE) / 2
const ABOVE = (2 * HALF_Z - MOUTH[2] - HOLE) / 2

const BLOCK_GEOMS: readonly Geom[] = [
  solid([HALF_X, HALF_Y, BELOW], [0, 0, BELOW], WOOD),
  solid([HALF_X, HALF_Y, ABOVE], [0, 0, 2 * HALF_Z - ABOVE], WOOD),
  solid([HALF_X, CHEEK, HOLE], [0, -HOLE - CHEEK, MOUTH[2]], WOOD),
  solid([HALF_X, CHEEK, HOLE], [0, HOLE + CHEEK, MOUTH[2]], WOOD),
  solid([0.004, HOLE, HOLE], [0.004 - HALF_X, 0, MOUTH[2]], RED),
  trim([0.001, 0.05, 0.01], [HALF_X, 0, MOUTH[2] + HOLE + 0.01]),
  trim([0.001, 0.05, 0.01], [HALF_X, 0, MOUTH[2] - HOLE - 0.01]),
  trim([0.001, 0.01, HOLE], [HALF_X, HOLE + 0.01, MOUTH[2]]),
  trim([0.001, 0.01, HOLE], [HALF_X, -HOLE - 0.01, MOUTH[2]]),
]

function solid(half: Vec3, position: Vec3, colour: Colour): Geom {
  return { shape: { kind: 'box', half }, position, colour, friction: 0.8, touches: 'everything' }
}

/** The painted frame around the hole. */
function trim(half: Vec3, position: Vec3): Geom {
  return { shape: { kind: 'box', half }, position, colour: RED, touches: 'nothing' }
}
