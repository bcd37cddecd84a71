// The numbers of an observation: X-Magical's, in its order, then the middle of the zone where a task has one.

import type { BoxSpace } from '../contract.ts'
import { boxSpace } from '../spaces.ts'
import { ARENA_DIAGONAL, ARENA_HALF, GOAL_LINE } from './arena.ts'
import type { Embodiment } from './embodiments/embodiment.ts'
import { apart } from './goal.ts'
import type { Situation } from './situation.ts'
import type { ArenaTask } from './task.ts'

/** Bodies pressed into a wall may reach into it by millimetres. */
const SLACK = 0.1

export function observationSpace({ demo }: ArenaTask, { fingers }: Embodiment): BoxSpace {
  const count = demo.blocks.length
  const place = ARENA_HALF + SLACK
  const high = [
    ...Array<number>(2 + 2 * count).fill(place),
    1.001,
    1.001,
    ...Array<number>(2 * count).fill(1.2),
    ...(fingers.length > 0 ? [1] : []),
    ...(demo.zone ? [place, place] : []),
  ]
  const distances = 4 + 2 * count
  const low = high.map((value, i) => (i >= distances && i < distances + 2 * count ? 0 : -value))
  return boxSpace(low, high)
}

export function observe({ robot, blocks, zone, embodiment }: Situation, out: Float32Array): void {
  out.set([
    robot.x,
    robot.y,
    ...blocks.flatMap(({ x, y }) => [x, y]),
    robot.cosine,
    robot.sine,
    ...blocks.map((block) => apart(block, { ...robot, halfX: 0, halfY: 0 }) / ARENA_DIAGONAL),
    ...blocks.map(({ y }) => Math.abs(GOAL_LINE - y) / ARENA_DIAGONAL),
    ...(embodiment.fingers.length > 0 ? [robot.opening] : []),
    ...(zone ? [zone.x, zone.y] : []),
  ])
}
