// Rotations in small steps: how a spin turns a body, and which spin turns it to a given rotation. Only + - * / and square
// roots. Pure functions.

import type { Quat, Vec3 } from '../scene.ts'
import { inverse, multiply } from '../vector.ts'

/** `rotation` after turning by `spin`, radians a second in the world's axes, for `seconds`. */
export function spun(rotation: Quat, spin: Vec3, seconds: number): Quat {
  const half = seconds / 2
  return normalised(multiply([spin[0] * half, spin[1] * half, spin[2] * half, 1], rotation))
}

/** The spin that turns `from` into `to` within `seconds`, the short way; true to the third order of the angle. */
export function spinTowards(from: Quat, to: Quat, seconds: number): Vec3 {
  const [x, y, z, w] = multiply(to, inverse(from))
  const scale = 2 / (w * seconds)
  return [x * scale, y * scale, z * scale]
}

function normalised([x, y, z, w]: Quat): Quat {
  const length = Math.sqrt(x * x + y * y + z * z + w * w)
  return [x / length, y / length, z / length, w / length]
}
