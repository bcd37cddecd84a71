// What a body needs to act in the arena. All drive along their own heading and turn on the spot; a heading of zero looks up
// the arena, along y.

import type { Body, Geom } from '../../../sim/scene.ts'

export interface Embodiment {
  readonly name: string
  /** Its bodies at the start, the driven one first; it is called `ROBOT`. */
  bodies(): Body[]
  /** Of the driven body, kg m². */
  readonly inertia: number
  /** From its middle to the front that it pushes with, and half that front's width, metres. */
  readonly reach: number
  readonly halfWidth: number
  /** How far something of it reaches beyond that front, metres. */
  readonly overhang: number
  /** Bodies that hinge on the driven one. */
  readonly fingers: readonly FingerHinge[]
  /** Actions until an episode is cut off. */
  readonly actions: number
}

export interface FingerHinge {
  readonly body: string
  /** -1 left, 1 right. */
  readonly side: -1 | 1
  /** Of the hinge in the driven body's frame; it is the finger's origin. */
  readonly root: readonly [x: number, y: number]
}

export const ROBOT = 'robot'
export const ROBOT_MASS = 1
export const ROBOT_START = [0, -0.6] as const
/** Newer sizes are multiples of it, as X-Magical's. */
export const ROBOT_RADIUS = 0.2
export const HALF_HEIGHT = 0.05
export const ROBOT_Z = 0.06
export const ROBOT_COLOUR = '#7d8894'
export const ROBOT_FRICTION = 0.5

/** The driven body, with eyes that show where it looks. */
export function drivenBody(geom: Geom, eyes: { readonly apart: number; readonly ahead: number }): Body {
  const [x, y] = ROBOT_START
  return {
    name: ROBOT,
    kind: 'dynamic',
    position: [x, y, ROBOT_Z],
    gravityScale: 0,
    planar: { damping: 0, turns: true },
    geoms: [geom, ...[-1, 1].flatMap((side) => eye(side * eyes.apart, eyes.ahead))],
  }
}

function eye(x: number, y: number): Geom[] {
  const disc = (radius: number, ahead: number, layer: number, colour: Geom['colour']): Geom => ({
    shape: { kind: 'cylinder', radius, halfHeight: 0.002 },
    position: [x, y + ahead, HALF_HEIGHT + 0.004 * layer],
    colour,
    touches: 'nothing',
  })
  return [disc(0.04, 0, 1, '#ffffff'), disc(0.024, 0.014, 2, '#1c2024')]
}
