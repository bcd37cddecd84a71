// Rotations about the vertical: drawing them, reading them off an object, and the nearest of those that look alike.

import { cosine, sine } from '../../sim/elementary.ts'
import type { RandomStream } from '../../sim/random.ts'
import type { Quat } from '../../sim/scene.ts'
import { IDENTITY, inverse, multiply, QUARTER_TURN_Z } from '../../sim/vector.ts'

/** A turn about the vertical, radians. */
export function yawOf(angle: number): Quat {
  return [0, 0, sine(angle / 2), cosine(angle / 2)]
}

/** Any turn about the vertical. */
export function anyYaw(random: RandomStream): Quat {
  return yawOf(random.uniform(-Math.PI, Math.PI))
}

/** The part of a rotation that is about the vertical. */
export function yawPart([, , z, w]: Quat): Quat {
  const length = Math.sqrt(z * z + w * w)
  return length === 0 ? IDENTITY : [0, 0, z / length, w / length]
}

/** Of the turns by which something looks the same, 2 or 4 of them, the one nearest to another. */
export function nearestTurn(turn: Quat, alike: 2 | 4, to: Quat): Quat {
  const step = alike === 4 ? QUARTER_TURN_Z : multiply(QUARTER_TURN_Z, QUARTER_TURN_Z)
  let [best, candidate] = [turn, turn]
  for (let i = 1; i < alike; i++) {
    candidate = multiply(step, candidate)
    if (between(candidate, to) > between(best, to)) best = candidate
  }
  return best
}

/** Cosine of half the angle between two rotations. */
export function between(one: Quat, other: Quat): number {
  return Math.abs(multiply(one, inverse(other))[3])
}
