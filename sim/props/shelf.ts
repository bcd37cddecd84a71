// A shelf of two boards on four legs, open to the front.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const BOARD: Colour = '#c58f5c'
const FRAME: Colour = '#e9ebee'
const HALF = { x: 0.15, y: 0.05, board: 0.006, leg: 0.006 }

/** Heights of the tops of the boards. */
export const SHELF_TOPS = [0.1, 0.28] as const
const LEG_TOP = 0.32

/** @param position middle of its foot on the table */
export function shelf({ position }: { readonly position: Vec3 }): Prop {
  const geoms = [...SHELF_TOPS.map(board), ...[-1, 1].flatMap((x) => [leg(x, -1), leg(x, 1), side(x)])]
  return { bodies: [{ name: 'shelf', kind: 'fixed', position, geoms }], joints: [], sites: [] }
}

function board(top: number): Geom {
  return solid([HALF.x, HALF.y, HALF.board], [0, 0, top - HALF.board], BOARD)
}

function leg(x: number, y: number): Geom {
  const at: Vec3 = [x * (HALF.x + HALF.leg), y * (HALF.y - HALF.leg), LEG_TOP / 2]
  return solid([HALF.leg, HALF.leg, LEG_TOP / 2], at, FRAME)
}

/** The bar that joins two legs at the top. */
function side(x: number): Geom {
  return solid([HALF.leg, HALF.y - 2 * HALF.leg, HALF.leg], [x * (HALF.x + HALF.leg), 0, LEG_TOP - HALF.leg], FRAME)
}

function solid(half: Vec3, position: Vec3, colour: Colour): Geom {
  return { shape: { kind: 'box', half }, position, colour, friction: 0.8, touches: 'everything' }
}
