// A box without its lid, and the lid with a bar to lift it by.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import { QUARTER_TURN_Z } from '../vector.ts'
import type { Prop } from './prop.ts'

const WOOD: Colour = '#b98552'
const LID: Colour = '#d3a56e'
const METAL: Colour = '#8c949d'

const BOX = { half: 0.1, wall: 0.005, height: 0.093 }
const PLATE = { half: 0.115, thickness: 0.006, rim: 0.016, rimWidth: 0.005 }
/** Middle of the bar above the underside of the plate: a finger fits between them. */
const BAR = { height: 0.04, halfLength: 0.05, halfWidth: 0.008 }

/** How far above its place on the table the lid's site lies while it lies there. */
export const LID_REST = PLATE.rim + BAR.height - 0.02
/** Height of the lid's site on the closed box. */
export const LID_CLOSED = BOX.height + BAR.height - 0.02
/** The bar above the lid's site, and half its width. */
export const LID_BAR = { above: 0.02, halfWidth: BAR.halfWidth } as const

/** @param position middle of its foot on the table */
export function openBox({ position }: { readonly position: Vec3 }): Prop {
  const { half, wall, height } = BOX
  const [middle, edge] = [height / 2, half - wall]
  const geoms = [
    fixed([half, half, wall], [0, 0, wall]),
    fixed([half, wall, middle], [0, -edge, middle]),
    fixed([half, wall, middle], [0, edge, middle]),
    fixed([wall, half - 2 * wall, middle], [-edge, 0, middle]),
    fixed([wall, half - 2 * wall, middle], [edge, 0, middle]),
  ]
  return { bodies: [{ name: 'box', kind: 'fixed', position, geoms }], joints: [], sites: [] }
}

/**
 * Sites: `lid`, 2 cm below the bar.
 * @param position of its middle on the table; it is turned so that the bar lies along x
 */
export function lid({ position: [x, y, z] }: { readonly position: Vec3 }): Prop {
  const body = { name: 'lid', kind: 'dynamic', position: [x, y, z + PLATE.rim], rotation: QUARTER_TURN_Z } as const
  const site = { name: 'lid', body: 'lid', position: [0, 0, BAR.height - LID_BAR.above] } as const
  return { bodies: [{ ...body, geoms: LID_GEOMS }], joints: [], sites: [site] }
}

function fixed(half: Vec3, position: Vec3): Geom {
  return { shape: { kind: 'box', half }, position, colour: WOOD, friction: 0.8, touches: 'everything' }
}

function part(half: Vec3, position: Vec3, colour: Colour, mass: number): Geom {
  return { shape: { kind: 'box', half }, position, colour, mass, friction: 0.8, touches: 'everything' }
}

const RIM_AT = PLATE.half - PLATE.rimWidth
const POST_HALF = (BAR.height - PLATE.thickness) / 2
const POST_Z = PLATE.thickness + POST_HALF

const LID_GEOMS: readonly Geom[] = [
  part([PLATE.half, PLATE.half, PLATE.thickness / 2], [0, 0, PLATE.thickness / 2], LID, 0.1),
  part([PLATE.rimWidth, PLATE.half, PLATE.rim / 2], [-RIM_AT, 0, -PLATE.rim / 2], LID, 0.015),
  part([PLATE.rimWidth, PLATE.half, PLATE.rim / 2], [RIM_AT, 0, -PLATE.rim / 2], LID, 0.015),
  part([PLATE.half, PLATE.rimWidth, PLATE.rim / 2], [0, -RIM_AT, -PLATE.rim / 2], LID, 0.015),
  part([PLATE.half, PLATE.rimWidth, PLATE.rim / 2], [0, RIM_AT, -PLATE.rim / 2], LID, 0.015),
  part([BAR.halfWidth, BAR.halfLength, BAR.halfWidth], [0, 0, BAR.height], METAL, 0.03),
  part([0.006, 0.006, POST_HALF], [0, -BAR.halfLength + 0.006, POST_Z], METAL, 0.01),
  part([0.006, 0.006, POST_HALF], [0, BAR.halfLength - 0.006, POST_Z], METAL, 0.01),
]
