// A free ring nut with a handle, and the post that it goes over.

import type { Colour, Geom, Quat, Vec3 } from '../scene.ts'
import { QUARTER_TURN_X, QUARTER_TURN_Z } from '../vector.ts'
import type { Prop } from './prop.ts'

const STEEL: Colour = '#aab2ba'
const GREEN: Colour = '#3f8f5f'
const BRASS: Colour = '#c9a445'

const RING = { radius: 0.048, half: [0.014, 0.0205, 0.016], parts: 8 } as const
/** Eighths of a turn as cosines and sines of half the angle; written out because sines differ between engines. */
const SIXTEENTH: Quat = [0, 0, 0.3826834323650898, 0.9238795325112867]
const POST = { radius: 0.02, height: 0.1 }

/** Height of the lying nut's middle. */
export const NUT_REST = RING.half[2]
/** Where the handle is held, from the ring's middle, as it lies: the nut is turned so that the handle points to +x. */
export const NUT_HANDLE: Vec3 = [0.13, 0, 0]
export const NUT_HALF_WIDTH = 0.019
export const POST_HEIGHT = POST.height

/**
 * Sites: `nut-handle` and `nut-ring`, the ring's middle.
 * @param position of the ring's middle
 */
export function nut({ position }: { readonly position: Vec3 }): Prop {
  return {
    bodies: [{ name: 'nut', kind: 'dynamic', position, rotation: QUARTER_TURN_Z, geoms: [...ring(), ...HANDLE] }],
    joints: [],
    sites: [
      { name: 'nut-handle', body: 'nut', position: [0, -NUT_HANDLE[0], 0] },
      { name: 'nut-ring', body: 'nut', position: [0, 0, 0] },
    ],
  }
}

/** @param position of its foot on the table */
export function post({ position: [x, y, z] }: { readonly position: Vec3 }): Prop {
  const cylinder = (radius: number, halfHeight: number, at: number, colour: Colour): Geom => ({
    shape: { kind: 'cylinder', radius, halfHeight },
    position: [0, 0, at],
    colour,
    friction: 0.5,
    touches: 'everything',
  })
  const half = POST.height / 2
  const foot: Geom = { ...cylinder(0.03, 0.001, 0.001 - half, STEEL), touches: 'nothing' }
  return {
    bodies: [
      {
        name: 'post',
        kind: 'fixed',
        position: [x, y, z + half],
        geoms: [cylinder(POST.radius, half, 0, BRASS), foot],
      },
    ],
    joints: [],
    sites: [],
  }
}

/** Light: the hand holds the nut by its far end. */
const HANDLE: readonly Geom[] = [
  {
    shape: { kind: 'box', half: [NUT_HALF_WIDTH, 0.038, 0.016] },
    position: [0, -0.13, 0],
    colour: GREEN,
    mass: 0.06,
    friction: 1,
    touches: 'everything',
  },
  {
    shape: { kind: 'cylinder', radius: 0.012, halfHeight: 0.02 },
    position: [0, -0.078, 0],
    rotation: QUARTER_TURN_X,
    colour: STEEL,
    mass: 0.01,
    friction: 0.5,
    touches: 'everything',
  },
]

function ring(): Geom[] {
  const geoms: Geom[] = []
  let [z, w] = [0, 1]
  for (let i = 0; i < RING.parts; i++) {
    const [cosine, sine] = [w * w - z * z, 2 * z * w]
    geoms.push({
      shape: { kind: 'box', half: RING.half },
      position: [RING.radius * cosine, RING.radius * sine, 0],
      rotation: [0, 0, z, w],
      colour: STEEL,
      mass: 0.006,
      friction: 0.5,
      touches: 'everything',
    })
    ;[z, w] = [z * SIXTEENTH[3] + w * SIXTEENTH[2], w * SIXTEENTH[3] - z * SIXTEENTH[2]]
  }
  return geoms
}
