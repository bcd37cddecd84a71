// Take a block into a hole in the table with the hand. Meta-World `hand-insert`, reward v2.

import { BLOCK, block } from '../../sim/props/block.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { caging, hamacher, tolerance } from './terms.ts'

const RADIUS = 0.05
const Z = BLOCK.half
const GOALS = { low: [-0.04, 0.8, -0.0201], high: [0.04, 0.88, -0.0199] } as const
/** Wide enough for the fingers around the block at every goal. */
const HOLE = { x: 0, y: 0.84, half: [0.085, 0.1] } as const
/** The fingers close this far above the block's middle: here they can go below the table's top and would scrape it. */
const HIGH = 0.01
const XY: Vec3 = [1, 1, 0]

export const handInsert = defineTask({
  id: 'hand-insert',
  hand: [0, 0.6, 0.2],
  hole: HOLE,
  goals: GOALS,
  observe: { first: 'block' },

  // Upstream drops the block from 3 cm above the table.
  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.1, 0.6, Z], high: [0.1, 0.7, Z] },
      to: GOALS,
      gap: 0.15,
    })
    return { props: [block({ position: from })], goal }
  },

  terms: (now) => {
    const { tcp, first, goal, start } = now
    const left = distance(first.position, goal)
    if (left < RADIUS) return { grasp: 1, near: 1, place: 1, done: 1 }
    const place = tolerance(left, { most: RADIUS, margin: distance(start.first, goal) })
    const caged = caging(graspOf(now, { objectRadius: 0.015, padReach: 0.05, xzReach: 0.005 }))
    const near = distance(tcp, first.position) < 0.02
    return { grasp: hamacher(caged, place), near: Number(near), place: near ? place : 0, done: 0 }
  },
  scales: { grasp: 1, near: 1, place: 7, done: 1 },

  success: ({ first, goal }) => distance(first.position, goal) <= RADIUS,

  expert: ({ tcp, opening, first, goal }) => {
    const [x, y, z] = first.position
    const pick = pickUp(tcp, opening, { at: [x, y, z + HIGH], halfWidth: BLOCK.half })
    if (pick) return pick
    const over = scaledDistance(first.position, goal, XY) < 0.02
    return { to: plus(goal, [tcp[0] - x, tcp[1] - y, over ? HIGH : 0.06]), gain: 10, grip: CLOSE }
  },
})
