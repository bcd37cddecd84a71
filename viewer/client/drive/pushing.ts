// From a press or a drag on an object to a push. Pure.

import type { Vec3 } from '../../../sim/scene.ts'

/** The camera's axes in the room, each of length 1. */
export interface Looking {
  readonly right: Vec3
  readonly up: Vec3
  readonly forward: Vec3
}

/** Pixels that a finger shakes without meaning a drag. */
const shake = 6
/** m/s of a press, and of a drag for each pixel. */
const pressSpeed = 1
const dragSpeed = 0.012
const mostSpeed = 3

/** @param drag in pixels, down counts positive. A press pushes away from who looks, along the table. */
export function pushVelocity([x, y]: readonly [x: number, y: number], looking: Looking): Vec3 {
  const length = Math.hypot(x, y)
  if (length < shake) return scaled(level(looking.forward), pressSpeed)
  const speed = Math.min(mostSpeed, dragSpeed * length)
  const [right, up] = [(x / length) * speed, (-y / length) * speed]
  return [0, 1, 2].map((axis) => looking.right[axis]! * right + looking.up[axis]! * up) as unknown as Vec3
}

/** Along the table; straight down stays so. */
function level([x, y, z]: Vec3): Vec3 {
  const length = Math.hypot(x, y)
  return length < 1e-6 ? [0, 0, z] : [x / length, y / length, 0]
}

function scaled([x, y, z]: Vec3, by: number): Vec3 {
  return [x * by, y * by, z * by]
}
