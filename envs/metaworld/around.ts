// Pushing something round an upright axis, as experts do with doors, faucets and dials.

import type { Vec3 } from '../../sim/scene.ts'

export interface Around {
  readonly axis: Vec3
  /** A point on what turns: its direction from the axis is the arm's. */
  readonly arm: Vec3
  /** How far from the axis, and how high, the place is to lie. */
  readonly radius: number
  readonly height: number
  /** How far ahead of the arm: tangent of the angle, positive from x to y. */
  readonly ahead: number
}

/** A place on a circle about an upright axis. */
export function around({ axis, arm, radius, height, ahead }: Around): Vec3 {
  const [x, y] = [arm[0] - axis[0], arm[1] - axis[1]]
  const scale = radius / (Math.sqrt(x * x + y * y) * Math.sqrt(1 + ahead * ahead))
  return [axis[0] + scale * (x - ahead * y), axis[1] + scale * (y + ahead * x), height]
}

/** Where a point lies as seen along the arm from its axis: how far out, and how far to its left (from x to y). */
export function alongArm({ axis, arm }: Pick<Around, 'axis' | 'arm'>, point: Vec3): { out: number; left: number } {
  const [x, y] = [arm[0] - axis[0], arm[1] - axis[1]]
  const [pointX, pointY] = [point[0] - axis[0], point[1] - axis[1]]
  const length = Math.sqrt(x * x + y * y)
  return { out: (x * pointX + y * pointY) / length, left: (x * pointY - y * pointX) / length }
}
