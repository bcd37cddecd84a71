// A football goal: two posts, a crossbar and a net behind them, open towards -y.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import { QUARTER_TURN_X, QUARTER_TURN_Y } from '../vector.ts'
import type { Prop } from './prop.ts'

const WHITE: Colour = '#f4f5f6'
const CORD: Colour = '#b9c2cb'
const POST = 0.006
const HALF_WIDTH = 0.1
const HEIGHT = 0.09
/** The mouth lies this far before, the back this far behind the goal's origin. */
const DEPTH = 0.05
const CORDS = 6

/** @param position middle of its foot on the table */
export function net({ position }: { readonly position: Vec3 }): Prop {
  const geoms = [post(-1), post(1), crossbar(-DEPTH), crossbar(DEPTH), back(), sideNet(-1), sideNet(1), ...cords()]
  return { bodies: [{ name: 'net', kind: 'fixed', position, geoms }], joints: [], sites: [] }
}

function post(side: number): Geom {
  return {
    shape: { kind: 'cylinder', radius: POST, halfHeight: HEIGHT / 2 },
    position: [side * (HALF_WIDTH + POST), -DEPTH, HEIGHT / 2],
    colour: WHITE,
    touches: 'everything',
  }
}

/** Drawn only: the hand comes down into the goal behind the ball. */
function crossbar(y: number): Geom {
  return {
    shape: { kind: 'cylinder', radius: POST, halfHeight: HALF_WIDTH + 2 * POST },
    position: [0, y, HEIGHT],
    rotation: QUARTER_TURN_Y,
    colour: WHITE,
    touches: 'nothing',
  }
}

function back(): Geom {
  return thin([HALF_WIDTH + POST, 0.003, 0.02], [0, DEPTH, 0.02])
}

function sideNet(side: number): Geom {
  return thin([0.003, DEPTH, 0.02], [side * (HALF_WIDTH + POST), 0, 0.02])
}

function thin(half: Vec3, position: Vec3): Geom {
  return { shape: { kind: 'box', half }, position, colour: CORD, touches: 'everything' }
}

function cords(): Geom[] {
  return Array.from({ length: CORDS }, (_, i): Geom[] => {
    const x = HALF_WIDTH * ((2 * (i + 0.5)) / CORDS - 1)
    return [cord([x, DEPTH, HEIGHT / 2], HEIGHT / 2), { ...cord([x, 0, HEIGHT], DEPTH), rotation: QUARTER_TURN_X }]
  }).flat()
}

function cord(position: Vec3, halfHeight: number): Geom {
  return { shape: { kind: 'cylinder', radius: 0.0015, halfHeight }, position, colour: CORD, touches: 'nothing' }
}
