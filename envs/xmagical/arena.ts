// The arena: a square floor between walls, seen from above, with the goal strip along its top edge. X-Magical's sizes.

import type { Body, Colour, Geom, Vec3 } from '../../sim/scene.ts'

/** Half the side of the floor, metres. */
export const ARENA_HALF = 1.1
/** The longest way in it. */
export const ARENA_DIAGONAL = 2 * Math.SQRT2
/** What counts as the top: from here up, over the full width. */
export const STRIP_LOW = 0.76
/** The y that distances to the goal are measured to. */
export const GOAL_LINE = 1

export const FLOOR = 'floor'
const WALL_HALF = { across: 0.05, height: 0.05 } as const
const WALL_FRICTION = 0.8
const PAPER: Colour = '#eef0f3'
const FRAME: Colour = '#5b6672'

/** A rectangle on the floor that is drawn and touches nothing. */
export interface Patch {
  readonly name: string
  /** Middle, x and y. */
  readonly middle: readonly [number, number]
  readonly half: readonly [number, number]
  readonly colour: Colour
}

export function arena(): Body[] {
  const reach = ARENA_HALF + WALL_HALF.across
  return [
    { name: FLOOR, kind: 'fixed', position: [0, 0, 0], geoms: [flat([ARENA_HALF, ARENA_HALF], 0, PAPER)] },
    wall('wall-left', [-reach, 0], [WALL_HALF.across, reach + WALL_HALF.across]),
    wall('wall-right', [reach, 0], [WALL_HALF.across, reach + WALL_HALF.across]),
    wall('wall-bottom', [0, -reach], [reach, WALL_HALF.across]),
    wall('wall-top', [0, reach], [reach, WALL_HALF.across]),
  ]
}

export function strip(colour: Colour): Patch {
  const half = (ARENA_HALF - STRIP_LOW) / 2
  return { name: 'goal', middle: [0, STRIP_LOW + half], half: [ARENA_HALF, half], colour }
}

/** @param layer which patch lies on top, from 1 on */
export function patchBody({ name, middle: [x, y], half, colour }: Patch, layer: number): Body {
  return { name, kind: 'fixed', position: [x, y, 0], geoms: [flat(half, layer, colour)] }
}

const SHEET = 0.001

function flat([x, y]: readonly [number, number], layer: number, colour: Colour): Geom {
  const position: Vec3 = [0, 0, SHEET * (2 * layer - 1)]
  return { shape: { kind: 'box', half: [x, y, SHEET] }, position, colour, touches: 'nothing' }
}

function wall(name: string, [x, y]: readonly [number, number], [halfX, halfY]: readonly [number, number]): Body {
  const geom: Geom = {
    shape: { kind: 'box', half: [halfX, halfY, WALL_HALF.height] },
    colour: FRAME,
    friction: WALL_FRICTION,
    touches: 'everything',
  }
  return { name, kind: 'fixed', position: [x, y, WALL_HALF.height], geoms: [geom] }
}
