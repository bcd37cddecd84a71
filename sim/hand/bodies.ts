// The hand as scene data: a base that carries nothing visible, the palm, two fingers.

import type { Body, Colour, Geom, Quat, Vec3 } from '../scene.ts'
import { IDENTITY, transformed } from '../vector.ts'
import { FINGER, FINGER_DROP, OPENING, PALM } from './constants.ts'

export const HAND_BODIES = { base: 'hand', palm: 'palm', left: 'left-finger', right: 'right-finger' } as const

const SHELL: Colour = '#e8eaed'
const STEEL: Colour = '#9aa3ad'
const RUBBER: Colour = '#3a3f46'

/**
 * Base, palm, left finger (towards the hand's -y) and right finger, open, with the hand's origin at `position`.
 * @param rotation from pointing down with the fingers along y
 */
export function handBodies(position: Vec3, rotation: Quat = IDENTITY): Body[] {
  const carried = (name: string, offset: Vec3, geoms: readonly Geom[]): Body => ({
    name,
    kind: 'dynamic',
    position: transformed(position, rotation, offset),
    rotation,
    lockRotation: true,
    gravityScale: 0,
    geoms,
  })
  return [
    { name: HAND_BODIES.base, kind: 'kinematic', position, rotation, geoms: [] },
    carried(HAND_BODIES.palm, [0, 0, 0], PALM_GEOMS),
    carried(HAND_BODIES.left, [0, -OPENING.open, -FINGER_DROP], fingerGeoms(1)),
    carried(HAND_BODIES.right, [0, OPENING.open, -FINGER_DROP], fingerGeoms(-1)),
  ]
}

const PALM_GEOMS: readonly Geom[] = [
  { shape: { kind: 'box', half: PALM.half }, colour: SHELL, mass: PALM.mass, touches: 'hand' },
  {
    shape: { kind: 'cylinder', radius: 0.03, halfHeight: 0.012 },
    position: [0, 0, 0.032],
    colour: STEEL,
    touches: 'nothing',
  },
  { shape: { kind: 'box', half: [0.014, 0.054, 0.004] }, position: [0, 0, -0.018], colour: STEEL, touches: 'nothing' },
]

/** @param inward +1 when the other finger lies towards +y */
function fingerGeoms(inward: 1 | -1): Geom[] {
  return [
    {
      shape: { kind: 'box', half: FINGER.half },
      colour: STEEL,
      mass: FINGER.mass,
      friction: FINGER.friction,
      touches: 'hand',
    },
    {
      shape: { kind: 'box', half: [0.0085, 0.001, 0.012] },
      position: [0, inward * (FINGER.half[1] - 0.0005), -0.016],
      colour: RUBBER,
      touches: 'nothing',
    },
  ]
}
