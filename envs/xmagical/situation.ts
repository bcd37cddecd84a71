// What a task sees at one moment: where the robot and the blocks are, and whether its rule was broken before.

import type { RigidBody } from '../../sim/engine-parts.ts'
import { type BlockPlace, extent } from './blocks.ts'
import type { Embodiment } from './embodiments/embodiment.ts'

/** A rectangle whose sides lie along x and y. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly halfX: number
  readonly halfY: number
}

export interface RobotState {
  readonly x: number
  readonly y: number
  /** Of its heading, which is zero when it looks along y and grows to the left. */
  readonly cosine: number
  readonly sine: number
  /** Of the fingers, 0 to 1. */
  readonly opening: number
}

export interface Situation {
  readonly embodiment: Embodiment
  readonly robot: RobotState
  /** Boxes around the blocks. */
  readonly blocks: readonly Rectangle[]
  /** Where no block may go. */
  readonly zone: Rectangle | undefined
  /** Whether the task's rule was broken at some control step of this episode. */
  readonly broken: boolean
}

export function robotState(body: RigidBody, opening: number): RobotState {
  const { x, y } = body.translation()
  return { x, y, ...heading(body), opening }
}

export function boxAround(body: RigidBody, { shape }: BlockPlace): Rectangle {
  const { x, y } = body.translation()
  const { cosine, sine } = heading(body)
  const [halfX, halfY] = extent(shape, cosine, sine)
  return { x, y, halfX, halfY }
}

function heading(body: RigidBody): { readonly cosine: number; readonly sine: number } {
  const { z, w } = body.rotation()
  return { cosine: w * w - z * z, sine: 2 * w * z }
}

export function overlap(a: Rectangle, b: Rectangle): boolean {
  return Math.abs(a.x - b.x) < a.halfX + b.halfX && Math.abs(a.y - b.y) < a.halfY + b.halfY
}
