// How far the joints of a scene have come apart.

import type { Quat, Scene, Vec3 } from '../../sim/scene.ts'
import { transformed } from '../../sim/vector.ts'

/** Metres between the two sides of the joint that has come apart most. @param poses [bodies, 7] */
export function looseness({ bodies, joints }: Scene, poses: Float32Array): number {
  const at = (name: string, anchor: Vec3): Vec3 => {
    const [x, y, z, a, b, c, d] = poses.subarray(7 * bodies.findIndex((body) => body.name === name))
    const turn: Quat = [a!, b!, c!, d!]
    return transformed([x!, y!, z!], turn, anchor)
  }
  const apart = joints.map(({ parent, child, anchor }) => {
    const [one, other] = [at(parent, anchor.parent), at(child, anchor.child)]
    return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
  })
  return Math.max(0, ...apart)
}
