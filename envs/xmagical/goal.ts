// The strip at the top, as tasks measure it.

import { GOAL_LINE, STRIP_LOW } from './arena.ts'
import type { Rectangle } from './situation.ts'

/** Blocks whose middle is higher count as arrived in distances. */
const ARRIVED = 0.88

/** Whether the box around a block lies wholly inside. */
export function inStrip({ y, halfY }: Rectangle): boolean {
  return y - halfY >= STRIP_LOW
}

/** Metres from a block up to the goal line, 0 once it has arrived. */
export function wayToGoal({ y }: Rectangle): number {
  return y > ARRIVED ? 0 : GOAL_LINE - y
}

export function apart(a: Rectangle, b: Rectangle): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
