// How scripted experts move: towards a place in proportion to the distance, as Meta-World's policies do.

import type { Vec3 } from '../../sim/scene.ts'
import { clamp } from '../../sim/vector.ts'

export interface Move {
  /** Where the tcp is to go. */
  readonly to: Vec3
  /** Action per metre of distance, before clipping to [-1, 1]. */
  readonly gain: number
  /** Grip command in [-1, 1]; above 0 closes. */
  readonly grip: number
}

export const OPEN = -1
export const CLOSE = 1

/** The action of a move, written into `out`. */
export function moveAction({ to, gain, grip }: Move, tcp: Vec3, out: Float32Array): Float32Array {
  for (let axis = 0; axis < 3; axis++) out[axis] = clamp((to[axis]! - tcp[axis]!) * gain, -1, 1)
  out[3] = grip
  return out
}
