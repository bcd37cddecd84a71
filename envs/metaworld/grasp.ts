// How well the hand has an object: the caging blocks, fed from a situation.

import type { Vec3 } from '../../sim/scene.ts'
import type { Situation } from './situation.ts'
import type { Caging } from './terms.ts'

/** What of a grasp depends on the task. */
export type GraspSize = Pick<Caging, 'objectRadius' | 'padReach' | 'xzReach' | 'effort'>

/** The caging of the first object, or of another place on it. */
export function graspOf({ tcp, padY, grip, first, start }: Situation, size: GraspSize, object?: Vec3): Caging {
  return {
    ...size,
    padY,
    tcp,
    grip,
    object: object ?? first.position,
    objectStart: start.first,
    tcpStart: start.tcp,
  }
}

/** The caging of a handle along x: within `along` of its middle a hand counts as being there. */
export function handleGrasp(now: Situation, along: number): Caging {
  const [x, y, z] = now.first.position
  const object: Vec3 = [Math.abs(x - now.tcp[0]) < along ? now.tcp[0] : x, y, z]
  return graspOf(now, HANDLE, object)
}

const HANDLE: GraspSize = { objectRadius: 0.015, padReach: 0.05, xzReach: 0.01 }
