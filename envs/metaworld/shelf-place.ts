// Put a block on the upper board of a shelf. Meta-World `shelf-place`, reward v2.

import { BLOCK, block } from '../../sim/props/block.ts'
import { SHELF_TOPS, shelf } from '../../sim/props/shelf.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { clamp, distance, plus } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { cagingSparse, hamacher, tolerance } from './terms.ts'

/** Within which the reward is 10; success is counted a little farther out. */
const RADIUS = 0.05
const Z = BLOCK.half
const GOAL_Z = SHELF_TOPS[1] + BLOCK.half
const GOALS = { low: [-0.1, 0.8, GOAL_Z - 0.001], high: [0.1, 0.9, GOAL_Z + 0.001] } as const
/** The box below the upper board, where the block must not go. */
const BELOW = { halfX: 0.15, depth: 0.15, height: 0.24 }
/** The fingers close this far above the block's middle, so that their tips pass over the board. */
const HIGH = 0.008

export const shelfPlace = defineTask({
  id: 'shelf-place',
  hand: [0, 0.6, 0.2],
  goals: GOALS,
  observe: { first: 'block' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.1, 0.5, Z], high: [0.1, 0.6, Z] },
      to: { low: [-0.1, 0.8, GOAL_Z], high: [0.1, 0.9, GOAL_Z] },
      gap: 0.1,
    })
    const foot: Vec3 = [goal[0], goal[1], 0]
    return { props: [block({ position: from, lockRotation: true }), shelf({ position: foot })], goal }
  },

  terms: (now) => {
    const { tcp, first, goal, start } = now
    const object = first.position
    const left = distance(object, goal)
    if (left < RADIUS) return { grasp: 1, held: 1, place: 1, done: 1 }
    const place = tolerance(left, { most: RADIUS, margin: distance(start.first, goal) })
    const caged = cagingSparse(graspOf(now, { objectRadius: 0.02, padReach: 0.05, xzReach: 0.01 }))
    const held = distance(tcp, object) < 0.025 && object[2] > start.first[2] + 0.01
    return {
      grasp: hamacher(caged, place),
      held: Number(held),
      place: held ? clamp(place - belowBoard(object, goal), 0, 1) : 0,
      done: 0,
    }
  },
  scales: { grasp: 1, held: 1, place: 5, done: 3 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.07,

  expert: ({ tcp, opening, first, goal }) => {
    const [x, y, z] = first.position
    const pick = pickUp(tcp, opening, { at: [x, y, z + HIGH], halfWidth: BLOCK.half })
    if (pick) return pick
    const away = (to: Vec3) => plus(to, [tcp[0] - x, tcp[1] - y, tcp[2] - z])
    const [toX, toY] = goal
    const top = GOAL_Z + 0.03
    if (z < top - 0.02 && y < toY - 0.05)
      return { to: away([toX, Math.min(y, toY - 0.15), top]), gain: 10, grip: CLOSE }
    return { to: away([toX, toY, y < toY - 0.01 ? top : goal[2] + 0.005]), gain: 10, grip: CLOSE }
  },
})

/** How deep the block is under the upper board: 0 outside, 1 behind the goal. */
function belowBoard([x, y, z]: Vec3, [goalX, goalY]: Vec3): number {
  if (z <= 0 || z >= BELOW.height || Math.abs(x - goalX) >= BELOW.halfX || y <= goalY - BELOW.depth) return 0
  if (y > goalY) return 1
  return hamacher((y - (goalY - BELOW.depth)) / BELOW.depth, (BELOW.height - z) / BELOW.height)
}
