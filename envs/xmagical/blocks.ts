// The things that are pushed about: square as a rule, of other shapes and colours in some variants. All have about the same
// area. Regular polygons with an even number of sides are unions of boxes, one for each pair of opposite sides.

import type { Body, Colour, Geom, Quat } from '../../sim/scene.ts'

export type BlockShape = 'square' | 'hexagon' | 'star' | 'circle'
export const BLOCK_SHAPES: readonly BlockShape[] = ['square', 'hexagon', 'star', 'circle']

export const BLOCK_COLOURS = { red: '#e5484d', green: '#30a46c', blue: '#3e79d6', yellow: '#e8b51c' } as const
export type BlockColour = keyof typeof BLOCK_COLOURS
export const BLOCK_COLOUR_NAMES = Object.keys(BLOCK_COLOURS) as readonly BlockColour[]
/** The same colours on the floor. */
export const STRIP_COLOURS: Readonly<Record<BlockColour, Colour>> = {
  red: '#f3c3c4',
  green: '#b8e2cb',
  blue: '#bfd3f3',
  yellow: '#f5e3a9',
}

const RADIUS = 0.12
const MASS = 0.01
const FRICTION = 0.5
const HALF_HEIGHT = 0.05
/** Half the side of a square with the area of a disc of `RADIUS`. */
export const SQUARE_HALF = (Math.sqrt(Math.PI) * RADIUS) / 2
/** Clear of the floor. */
const GAP = 0.01
export const BLOCK_Z = HALF_HEIGHT + GAP

export interface BlockPlace {
  readonly x: number
  readonly y: number
  readonly shape: BlockShape
  readonly colour: BlockColour
}

/** A rectangle of the outline, [half across, half along], turned about the vertical. */
interface Slab {
  readonly half: readonly [number, number]
  readonly turn: Quat
}

/** A turn by twice the angle with this sine and cosine. */
const turned = (half: readonly [number, number], sine: number, cosine: number): Slab => ({
  half,
  turn: [0, 0, sine, cosine],
})

/** Of the hexagon with corners at `RADIUS`: half a side, and from the middle to a side. */
const HEXAGON = [RADIUS / 2, (RADIUS * Math.sqrt(3)) / 2] as const
/** Of the two squares that cross in a star of eight points. */
const STAR = [0.092, 0.092] as const
const SQUARE = [SQUARE_HALF, SQUARE_HALF] as const
/** Sine and cosine of 22.5 degrees. */
const EIGHTH = [Math.sqrt((1 - Math.SQRT1_2) / 2), Math.sqrt((1 + Math.SQRT1_2) / 2)] as const

const SLABS: Readonly<Record<Exclude<BlockShape, 'circle'>, readonly Slab[]>> = {
  square: [turned(SQUARE, 0, 1)],
  hexagon: [turned(HEXAGON, 0, 1), turned(HEXAGON, 0.5, Math.sqrt(3) / 2), turned(HEXAGON, -0.5, Math.sqrt(3) / 2)],
  star: [turned(STAR, 0, 1), turned(STAR, ...EIGHTH)],
}

export function blockBody(name: string, { x, y, shape, colour }: BlockPlace): Body {
  return {
    name,
    kind: 'dynamic',
    position: [x, y, BLOCK_Z],
    gravityScale: 0,
    planar: { damping: 0, turns: true },
    geoms: outline(shape).map((geom, _, { length }) => ({
      ...geom,
      colour: BLOCK_COLOURS[colour],
      mass: MASS / length,
      friction: FRICTION,
      touches: 'everything',
    })),
  }
}

function outline(shape: BlockShape): Pick<Geom, 'shape' | 'rotation'>[] {
  if (shape === 'circle') return [{ shape: { kind: 'cylinder', radius: RADIUS, halfHeight: HALF_HEIGHT } }]
  return SLABS[shape].map(({ half: [across, along], turn }) => ({
    shape: { kind: 'box', half: [across, along, HALF_HEIGHT] },
    rotation: turn,
  }))
}

/** Half the sides of the upright box around a block whose heading has this cosine and sine. */
export function extent(shape: BlockShape, cosine: number, sine: number): readonly [x: number, y: number] {
  if (shape === 'circle') return [RADIUS, RADIUS]
  let [x, y] = [0, 0]
  for (const { half, turn } of SLABS[shape]) {
    const [, , z, w] = turn
    const [c, s] = [w * w - z * z, 2 * w * z]
    const [across, along] = [Math.abs(cosine * c - sine * s), Math.abs(sine * c + cosine * s)]
    x = Math.max(x, across * half[0] + along * half[1])
    y = Math.max(y, along * half[0] + across * half[1])
  }
  return [x, y]
}
