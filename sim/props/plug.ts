// A free plug and the socket in a wall plate that it sits in.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import { QUARTER_TURN_Y } from '../vector.ts'
import type { Prop } from './prop.ts'

const BRASS: Colour = '#c9a445'
const BLACK: Colour = '#2c2f35'
const GREY: Colour = '#9aa2ab'
const WHITE: Colour = '#eceef0'

/** Half the prong's width; its middle lies on the plug's axis. */
const PRONG = 0.018
/** Half the handle's width between the fingers. */
export const PLUG_HALF_WIDTH = 0.025
/** The end of the handle, from the plug's origin. */
export const PLUG_END: Vec3 = [0.04, 0, 0]
/** Where the plug's origin sits, from the middle of the socket's foot. */
export const PLUGGED: Vec3 = [0.044, 0, 0.131]

/** The plate; the hole's bottom carries the prong, with 2 mm of play at its sides and 1 mm above. */
const PLATE = { half: [0.025, 0.1], height: 0.2 } as const
const HOLE = { halfY: PRONG + 0.002, low: PLUGGED[2] - PRONG, high: PLUGGED[2] + PRONG + 0.001 }

/**
 * Sites: `plug-end`, the end of the handle.
 * @param position of its origin; the prong points to -x
 */
export function plug({ position }: { readonly position: Vec3 }): Prop {
  return {
    bodies: [{ name: 'plug', kind: 'dynamic', position, geoms: PLUG_GEOMS }],
    joints: [],
    sites: [{ name: 'plug-end', body: 'plug', position: PLUG_END }],
  }
}

/** @param position middle of its foot on the table; the hole opens towards +x */
export function socket({ position }: { readonly position: Vec3 }): Prop {
  return { bodies: [{ name: 'socket', kind: 'fixed', position, geoms: SOCKET_GEOMS }], joints: [], sites: [] }
}

/** The prong is heavy: its weight keeps the plug level in the hole. */
const PLUG_GEOMS: readonly Geom[] = [
  {
    shape: { kind: 'box', half: [0.036, PRONG, PRONG] },
    position: [-0.035, 0, 0],
    colour: BRASS,
    mass: 0.12,
    friction: 0.5,
    touches: 'everything',
  },
  {
    shape: { kind: 'box', half: [0.03, PLUG_HALF_WIDTH, PLUG_HALF_WIDTH] },
    position: [0.035, 0, 0],
    colour: BLACK,
    mass: 0.03,
    friction: 1,
    touches: 'everything',
  },
  {
    shape: { kind: 'cylinder', radius: 0.02, halfHeight: 0.008 },
    position: [0.07, 0, 0],
    rotation: QUARTER_TURN_Y,
    colour: GREY,
    touches: 'nothing',
  },
]

const SIDE = (PLATE.half[1] - HOLE.halfY) / 2
const MIDDLE = (HOLE.low + HOLE.high) / 2
const HALF_HOLE = (HOLE.high - HOLE.low) / 2

const SOCKET_GEOMS: readonly Geom[] = [
  solid([PLATE.half[0], PLATE.half[1], HOLE.low / 2], [0, 0, HOLE.low / 2]),
  solid([PLATE.half[0], PLATE.half[1], (PLATE.height - HOLE.high) / 2], [0, 0, (PLATE.height + HOLE.high) / 2]),
  solid([PLATE.half[0], SIDE, HALF_HOLE], [0, -HOLE.halfY - SIDE, MIDDLE]),
  solid([PLATE.half[0], SIDE, HALF_HOLE], [0, HOLE.halfY + SIDE, MIDDLE]),
]

function solid(half: Vec3, position: Vec3): Geom {
  return { shape: { kind: 'box', half }, position, colour: WHITE, friction: 0.5, touches: 'everything' }
}
