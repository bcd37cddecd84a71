// Vectors and quaternions as tuples. Only + - * / and square roots: results are equal on every JavaScript engine.

import type { Quat, Vec3 } from './scene.ts'

/** A vector or position that its owner overwrites. */
export type MutableVec3 = [x: number, y: number, z: number]
export type MutableQuat = [x: number, y: number, z: number, w: number]

export const IDENTITY: Quat = [0, 0, 0, 1]
/** A quarter turn about x: takes the z axis to -y. */
export const QUARTER_TURN_X: Quat = [Math.SQRT1_2, 0, 0, Math.SQRT1_2]
/** A quarter turn about y: takes the z axis to x. */
export const QUARTER_TURN_Y: Quat = [0, Math.SQRT1_2, 0, Math.SQRT1_2]
/** A quarter turn about z: takes the x axis to y. */
export const QUARTER_TURN_Z: Quat = [0, 0, Math.SQRT1_2, Math.SQRT1_2]

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value
}

export function distance(a: Vec3, b: Vec3): number {
  const x = a[0] - b[0]
  const y = a[1] - b[1]
  const z = a[2] - b[2]
  return Math.sqrt(x * x + y * y + z * z)
}

/** Distance with each axis weighed by `scale`; a scale of 0 leaves the axis out. */
export function scaledDistance(a: Vec3, b: Vec3, scale: Vec3): number {
  const x = (a[0] - b[0]) * scale[0]
  const y = (a[1] - b[1]) * scale[1]
  const z = (a[2] - b[2]) * scale[2]
  return Math.sqrt(x * x + y * y + z * z)
}

export function plus(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

/** Writes `origin` + `offset` turned by `rotation` into `out`. */
export function transform(origin: Vec3, rotation: Quat, offset: Vec3, out: MutableVec3): void {
  const [qx, qy, qz, qw] = rotation
  const [x, y, z] = offset
  const tx = 2 * (qy * z - qz * y)
  const ty = 2 * (qz * x - qx * z)
  const tz = 2 * (qx * y - qy * x)
  out[0] = origin[0] + x + qw * tx + (qy * tz - qz * ty)
  out[1] = origin[1] + y + qw * ty + (qz * tx - qx * tz)
  out[2] = origin[2] + z + qw * tz + (qx * ty - qy * tx)
}

/** `origin` + `offset` turned by `rotation`. */
export function transformed(origin: Vec3, rotation: Quat, offset: Vec3): Vec3 {
  const out: MutableVec3 = [0, 0, 0]
  transform(origin, rotation, offset, out)
  return out
}

export function minus(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/** `vector` turned by `rotation`. */
export function turned(rotation: Quat, vector: Vec3): Vec3 {
  return transformed(ORIGIN, rotation, vector)
}

const ORIGIN: Vec3 = [0, 0, 0]

/** The rotation that takes back `rotation`. */
export function inverse([x, y, z, w]: Quat): Quat {
  return [-x, -y, -z, w]
}

/** The rotation that turns by `second`, then by `first`. */
export function multiply(first: Quat, second: Quat): Quat {
  const [ax, ay, az, aw] = first
  const [bx, by, bz, bw] = second
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by + ay * bw + az * bx - ax * bz,
    aw * bz + az * bw + ax * by - ay * bx,
    aw * bw - ax * bx - ay * by - az * bz,
  ]
}
