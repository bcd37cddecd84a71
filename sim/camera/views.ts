// Where cameras stand. The corner views have the places and directions of Meta-World's, upright; the others are those of
// the page.

import { HAND_BODIES } from '../hand/bodies.ts'
import { unknownName } from '../names.ts'
import type { Vec3 } from '../scene.ts'

export interface View {
  readonly eye: Vec3
  readonly target: Vec3
  /** Half the picture's height one metre ahead: the tangent of half the vertical field of view. */
  readonly halfHeight: number
  /** Fixed in the room, or carried and turned by the palm or by a robot that drives about. @default 'room' */
  readonly on?: 'room' | Carrier
  /** What is up in the picture of a camera that looks straight down. @default y */
  readonly up?: Vec3
}

/** Bodies that carry cameras. */
export const CARRIERS = { palm: HAND_BODIES.palm, robot: 'robot' } as const
export type Carrier = keyof typeof CARRIERS

/** Tangents of half of 36, 45 and 60 degrees. */
const NARROW = 0.3249196962329063
const MEDIUM = Math.SQRT2 - 1
const WIDE = 0.5773502691896257

/** Half of 2.244 m, 8 m ahead; the robot stands 0.15 of a picture's height above its lower edge. */
const ARENA = 1.122 / 8
const AHEAD = 0.35 * 2.244

const TABLE_VIEWS = {
  corner: { eye: [-1.1, -0.4, 0.6], target: [-0.1, 0.6, 0.2], halfHeight: MEDIUM },
  corner2: { eye: [1.3, -0.2, 1.1], target: [0.107, 0.533, 0.326], halfHeight: WIDE },
  corner3: { eye: [0.9, 0, 1.5], target: [0.216, 0.507, 0.145], halfHeight: MEDIUM },
  /** Closer than corner2, and what most papers call by its name. */
  corner4: { eye: [0.75, 0.075, 0.7], target: [-0.145, 0.625, 0.12], halfHeight: WIDE },
  front: { eye: [1.08, 0.03, 0.86], target: [0.01, 0.66, 0.08], halfHeight: NARROW },
  side: { eye: [1.55, 0.62, 0.28], target: [0, 0.62, 0.13], halfHeight: NARROW },
  top: { eye: [0, 0.6, 1.7], target: [0, 0.601, 0], halfHeight: NARROW },
  wrist: { eye: [0.06, -0.26, 0.16], target: [0, 0.03, -0.09], halfHeight: NARROW, on: 'palm' },
} as const satisfies Readonly<Record<string, View>>

const ARENA_VIEWS = {
  /** The whole arena of X-Magical, from so far above that all is drawn to scale; and what its robot has around it. */
  allocentric: { eye: [0, 0, 8], target: [0, 0, 0], halfHeight: ARENA },
  egocentric: { eye: [0, AHEAD, 8], target: [0, AHEAD, 0], halfHeight: ARENA, on: 'robot' },
} as const satisfies Readonly<Record<string, View>>

const VIEWS = { ...TABLE_VIEWS, ...ARENA_VIEWS }

export type ViewName = keyof typeof VIEWS
export const viewNames = Object.keys(VIEWS) as readonly ViewName[]
/** Those of a table with a hand above it. */
export const tableViewNames = Object.keys(TABLE_VIEWS) as readonly ViewName[]

/** @throws RangeError that lists the known views. */
export function viewOf(name: string): View {
  if (!Object.hasOwn(VIEWS, name)) throw new RangeError(unknownName('view', name, viewNames))
  return VIEWS[name as ViewName]
}
