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
