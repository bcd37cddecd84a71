// Where cameras stand. The corner views have the places and directions of Meta-World's, upright; the others are those of
// the page.

import { unknownName } from '../names.ts'
import type { Vec3 } from '../scene.ts'

export interface View {
  readonly eye: Vec3
  readonly target: Vec3
  /** Half the picture's height one metre ahead: the tangent of half the vertical field of view. */
  readonly halfHeight: number
  /** Fixed in the room, or carried by the palm. @default 'room' */
  readonly on?: 'room' | 'palm'
}

/** Tangents of half of 36, 45 and 60 degrees. */
const NARROW = 0.3249196962329063
const MEDIUM = Math.SQRT2 - 1
const WIDE = 0.5773502691896257

const VIEWS = {
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

export type ViewName = keyof typeof VIEWS
export const viewNames = Object.keys(VIEWS) as readonly ViewName[]

/** @throws RangeError that lists the known views. */
export function viewOf(name: string): View {
  if (!Object.hasOwn(VIEWS, name)) throw new RangeError(unknownName('view', name, viewNames))
  return VIEWS[name as ViewName]
}
