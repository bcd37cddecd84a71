// A low goal for the plate, open on one side: red rails, white net.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import { IDENTITY, QUARTER_TURN_Z } from '../vector.ts'
import type { Prop } from './prop.ts'

const RED: Colour = '#c8322b'
const NET: Colour = '#e8eaed'

/** Inner half width, and where front and back lie from the middle. */
const INNER = { half: 0.1, front: -0.07, back: 0.08 }
const RAIL = 0.006
/** Lower than the palm of a hand whose fingers touch the table. */
const HEIGHT = 0.04

export interface PlateGoalOptions {
  readonly position: Vec3
  /** Where its open side looks to: -y or +x. */
  readonly facing: 'robot' | 'right'
}

export function plateGoal({ position, facing }: PlateGoalOptions): Prop {
  const rotation = facing === 'robot' ? IDENTITY : QUARTER_TURN_Z
  return { bodies: [{ name: 'plate-goal', kind: 'fixed', position, rotation, geoms: GEOMS }], joints: [], sites: [] }
}

/** A netted side with a rail on top. */
function side(half: Vec3, [x, y]: readonly [number, number]): Geom[] {
  const z = HEIGHT - RAIL
  return [
    {
      shape: { kind: 'box', half: [half[0] * 0.98, half[1] * 0.98, z / 2] },
      position: [x, y, z / 2],
      colour: NET,
      friction: 0.5,
      touches: 'everything',
    },
    {
      shape: { kind: 'box', half: [half[0], half[1], RAIL / 2] },
      position: [x, y, HEIGHT - RAIL / 2],
      colour: RED,
      friction: 0.5,
      touches: 'everything',
    },
  ]
}

function post(x: number): Geom {
  return {
    shape: { kind: 'cylinder', radius: RAIL * 1.3, halfHeight: HEIGHT / 2 },
    position: [x, INNER.front, HEIGHT / 2],
    colour: RED,
    touches: 'nothing',
  }
}

const MIDDLE = (INNER.front + INNER.back) / 2
const DEPTH = (INNER.back - INNER.front) / 2
const BESIDE = INNER.half + RAIL

const GEOMS: readonly Geom[] = [
  ...side([RAIL, DEPTH, 0], [-BESIDE, MIDDLE]),
  ...side([RAIL, DEPTH, 0], [BESIDE, MIDDLE]),
  ...side([BESIDE + RAIL, RAIL, 0], [0, INNER.back + RAIL]),
  post(-BESIDE),
  post(BESIDE),
]
