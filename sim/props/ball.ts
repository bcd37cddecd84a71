// A free ball with patches that show how it turns.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

export interface BallOptions {
  readonly position: Vec3
  readonly radius: number
  readonly colours: { readonly ball: Colour; readonly patches: Colour }
}

const MASS = 0.1
/** 1/s: a ball that is let go rolls on for some centimetres. */
const ROLLING = 6

/** Sites: `ball`, its centre. */
export function ball({ position, radius, colours }: BallOptions): Prop {
  const skin: Geom = {
    shape: { kind: 'sphere', radius },
    colour: colours.ball,
    mass: MASS,
    friction: 1,
    touches: 'everything',
  }
  return {
    bodies: [
      {
        name: 'ball',
        kind: 'dynamic',
        position,
        spinDamping: ROLLING,
        geoms: [skin, ...DIRECTIONS.map((towards) => patch(towards, radius, colours.patches))],
      },
    ],
    joints: [],
    sites: [{ name: 'ball', body: 'ball', position: [0, 0, 0] }],
  }
}

const DIRECTIONS: readonly Vec3[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
]

/** A smaller sphere that stands out of the skin by a little. */
function patch([x, y, z]: Vec3, radius: number, colour: Colour): Geom {
  const away = radius * 0.62
  return {
    shape: { kind: 'sphere', radius: radius * 0.42 },
    position: [x * away, y * away, z * away],
    colour,
    touches: 'nothing',
  }
}
