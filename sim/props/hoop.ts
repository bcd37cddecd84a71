// A basketball hoop: a ring in front of a board on a pole.

import type { Colour, Geom, Quat, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const ORANGE: Colour = '#d9641e'
const BOARD: Colour = '#f1f2f4'
const POLE: Colour = '#5b6470'
const NET: Colour = '#dfe4e8'

/** Middle of the ring, from the foot of the pole. */
export const RING: Vec3 = [0, -0.083, 0.25]
const RADIUS = 0.052
const TUBE = 0.005
/** Straight parts that make the ring; each is half as long as a side of the polygon, and a little more. */
const PARTS = 12
const HALF_SIDE = 0.0148
/** Cosine and sine of half a part's angle, pi / 12; written out because sines differ between engines. */
const HALF_TURN: Quat = [0, 0, 0.25881904510252074, 0.9659258262890683]

/** @param position foot of the pole on the table */
export function hoop({ position }: { readonly position: Vec3 }): Prop {
  return { bodies: [{ name: 'hoop', kind: 'fixed', position, geoms: [...STAND, ...ring()] }], joints: [], sites: [] }
}

function box(half: Vec3, position: Vec3, colour: Colour): Geom {
  return { shape: { kind: 'box', half }, position, colour, friction: 0.8, touches: 'everything' }
}

const STAND: readonly Geom[] = [
  box([0.05, 0.03, 0.006], [0, 0.01, 0.006], POLE),
  box([0.01, 0.01, 0.17], [0, 0.012, 0.17], POLE),
  box([0.09, 0.004, 0.06], [0, -0.002, 0.31], BOARD),
  box([0.008, 0.012, 0.005], [0, -0.018, RING[2]], ORANGE),
  { ...box([0.035, 0.001, 0.025], [0, -0.007, 0.295], ORANGE), touches: 'nothing' },
  { ...box([0.03, 0.001, 0.02], [0, -0.0075, 0.295], BOARD), touches: 'nothing' },
]

/** The ring turns by two half turns from part to part; below each part hangs a cord of the net. */
function ring(): Geom[] {
  const geoms: Geom[] = []
  let [cosine, sine] = [1, 0]
  let [z, w] = [0, 1]
  for (let i = 0; i < PARTS; i++) {
    geoms.push(part(cosine, sine, [0, 0, z, w]), cord(cosine, sine))
    const [turnCosine, turnSine] = [HALF_TURN[3] ** 2 - HALF_TURN[2] ** 2, 2 * HALF_TURN[2] * HALF_TURN[3]]
    ;[cosine, sine] = [cosine * turnCosine - sine * turnSine, sine * turnCosine + cosine * turnSine]
    ;[z, w] = [z * HALF_TURN[3] + w * HALF_TURN[2], w * HALF_TURN[3] - z * HALF_TURN[2]]
  }
  return geoms
}

function part(cosine: number, sine: number, rotation: Quat): Geom {
  const position: Vec3 = [RING[0] + cosine * RADIUS, RING[1] + sine * RADIUS, RING[2]]
  return { ...box([TUBE, HALF_SIDE, TUBE], position, ORANGE), rotation }
}

function cord(cosine: number, sine: number): Geom {
  const position: Vec3 = [RING[0] + cosine * RADIUS * 0.85, RING[1] + sine * RADIUS * 0.85, RING[2] - 0.035]
  return {
    shape: { kind: 'cylinder', radius: 0.0012, halfHeight: 0.03 },
    position,
    colour: NET,
    touches: 'nothing',
  }
}
