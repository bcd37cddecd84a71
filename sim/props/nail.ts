// A block with a nail in it, driven in towards +y.

import type { Body, Colour, Geom, Joint, Vec3 } from '../scene.ts'
import { QUARTER_TURN_X } from '../vector.ts'
import type { Prop } from './prop.ts'

const WOOD: Colour = '#b98552'
const END_GRAIN: Colour = '#d9b48a'
const STEEL: Colour = '#8f979f'

const BLOCK: Vec3 = [0.1, 0.1, 0.11]
const HEIGHT = 0.11
/** The nail's head stands this far before the block's middle, its back half its thickness behind. */
const OUT = 0.21
const HEAD = { radius: 0.03, halfThickness: 0.009 }
const SHAFT = { radius: 0.009, halfLength: 0.055 }

/** How far the nail goes in, metres; then its head meets the block. */
const STROKE = 0.1
const DAMPING = 3
const MASS = 0.2

/** The nail's head, from the middle of the block's foot. */
export const NAIL: Vec3 = [0, -OUT, HEIGHT]

/**
 * Sites: `nail`, the middle of its head.
 * @param position middle of the block's foot on the table
 */
export function nail({ position }: { readonly position: Vec3 }): Prop {
  const [x, y, z] = position
  const block: Body = { name: 'nail-block', kind: 'fixed', position, geoms: BLOCK_GEOMS }
  const pin: Body = { name: 'nail', kind: 'dynamic', position: [x, y - OUT, z + HEIGHT], geoms: NAIL_GEOMS }
  const slide: Joint = {
    name: 'nail-slide',
    kind: 'slide',
    parent: block.name,
    child: pin.name,
    anchor: { parent: NAIL, child: [0, 0, 0] },
    axis: [0, 1, 0],
    limits: [0, STROKE],
    drive: { kind: 'damping', damping: DAMPING },
  }
  return { bodies: [block, pin], joints: [slide], sites: [{ name: 'nail', body: pin.name, position: [0, 0, 0] }] }
}

const BLOCK_GEOMS: readonly Geom[] = [
  {
    shape: { kind: 'box', half: BLOCK },
    position: [0, 0, BLOCK[2]],
    colour: WOOD,
    friction: 0.8,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'cylinder', radius: 0.06, halfHeight: 0.0008 },
    position: [0, -BLOCK[1], HEIGHT],
    rotation: QUARTER_TURN_X,
    colour: END_GRAIN,
    touches: 'nothing',
  },
]

/** The round head collides as a square one, which costs half as much. */
const SQUARE = HEAD.radius * 0.9
const NAIL_GEOMS: readonly Geom[] = [
  {
    shape: { kind: 'box', half: [SQUARE, HEAD.halfThickness, SQUARE] },
    colour: STEEL,
    mass: MASS,
    friction: 0.8,
    touches: 'mechanism',
    hidden: true,
  },
  {
    shape: { kind: 'cylinder', radius: HEAD.radius, halfHeight: HEAD.halfThickness },
    rotation: QUARTER_TURN_X,
    colour: STEEL,
    touches: 'nothing',
  },
  {
    shape: { kind: 'cylinder', radius: SHAFT.radius, halfHeight: SHAFT.halfLength },
    position: [0, HEAD.halfThickness + SHAFT.halfLength, 0],
    rotation: QUARTER_TURN_X,
    colour: STEEL,
    touches: 'nothing',
  },
]
