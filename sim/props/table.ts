// The table of Meta-World in its room: top at z = 0, 1.4 m x 0.8 m around (0, 0.6), with a low rim that keeps things on it,
// and a hole where a task has one. The room's floor and walls are not drawn; they keep what leaves the table.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const WOOD: Colour = '#c9a27a'
const RIM: Colour = '#8d6a49'
const PIT: Colour = '#5d4734'
const MIDDLE = { x: 0, y: 0.6 }
const HALF = { x: 0.7, y: 0.4, thickness: 0.03 }
const RIM_HALF = { width: 0.012, height: 0.03 }
/** Thickness of a hole's bottom; the hole itself is what remains of the slab. */
const BOTTOM = 0.002
/** Half the room's size in the plane and half the height of its walls. */
const ROOM = { half: 1.5, height: 1 }

/** How far a hole's floor lies below the top. */
export const HOLE_DEPTH = 2 * (HALF.thickness - BOTTOM)

/** A rectangular hole in the top. */
export interface Hole {
  readonly x: number
  readonly y: number
  readonly half: readonly [x: number, y: number]
}

export function table({ hole }: { readonly hole?: Hole | undefined } = {}): Prop {
  const geoms = [...(hole ? slabAround(hole) : [slab([0, 0], [HALF.x, HALF.y])]), ...rims(), ...room()]
  return {
    bodies: [{ name: 'table', kind: 'fixed', position: [MIDDLE.x, MIDDLE.y, 0], geoms }],
    joints: [],
    sites: [],
  }
}

function slab([x, y]: readonly [number, number], [halfX, halfY]: readonly [number, number]): Geom {
  return {
    shape: { kind: 'box', half: [halfX, halfY, HALF.thickness] },
    position: [x, y, -HALF.thickness],
    colour: WOOD,
    friction: 1,
    touches: 'everything',
  }
}

/** Four slabs and a bottom. What slides over a seam can catch there, so the seams begin only beside the hole. */
function slabAround({ x, y, half }: Hole): Geom[] {
  const [middleX, middleY] = [x - MIDDLE.x, y - MIDDLE.y]
  const [left, right] = [middleX - half[0], middleX + half[0]]
  const [front, back] = [middleY - half[1], middleY + half[1]]
  const between = (low: number, high: number) => [(low + high) / 2, (high - low) / 2] as const
  const [leftX, leftHalf] = between(-HALF.x, left)
  const [rightX, rightHalf] = between(right, HALF.x)
  const [frontY, frontHalf] = between(-HALF.y, front)
  const [backY, backHalf] = between(back, HALF.y)
  const bottom: Geom = {
    shape: { kind: 'box', half: [half[0], half[1], BOTTOM] },
    position: [middleX, middleY, -HOLE_DEPTH - BOTTOM],
    colour: PIT,
    friction: 1,
    touches: 'everything',
  }
  return [
    slab([0, frontY], [HALF.x, frontHalf]),
    slab([0, backY], [HALF.x, backHalf]),
    slab([leftX, middleY], [leftHalf, half[1]]),
    slab([rightX, middleY], [rightHalf, half[1]]),
    bottom,
  ]
}

function rims(): Geom[] {
  const side = HALF.x + RIM_HALF.width
  const end = HALF.y + RIM_HALF.width
  const across: Vec3 = [side + RIM_HALF.width, RIM_HALF.width, RIM_HALF.height]
  return [
    rim([-side, 0, 0], [RIM_HALF.width, HALF.y, RIM_HALF.height]),
    rim([side, 0, 0], [RIM_HALF.width, HALF.y, RIM_HALF.height]),
    rim([0, -end, 0], across),
    rim([0, end, 0], across),
  ]
}

function rim(position: Vec3, half: Vec3): Geom {
  return { shape: { kind: 'box', half }, position, colour: RIM, touches: 'everything' }
}

/** Floor and four walls, all as thick as the walls are high: nothing gets through. */
function room(): Geom[] {
  const { half, height } = ROOM
  const away = half + height
  const floor = -2 * HALF.thickness
  return [
    unseen([0, 0, floor - height], [half + 2 * height, half + 2 * height, height]),
    unseen([-away, 0, floor + height], [height, half, height]),
    unseen([away, 0, floor + height], [height, half, height]),
    unseen([0, -away, floor + height], [half, height, height]),
    unseen([0, away, floor + height], [half, height, height]),
  ]
}

function unseen(position: Vec3, half: Vec3): Geom {
  return { shape: { kind: 'box', half }, position, colour: RIM, touches: 'everything', hidden: true }
}
