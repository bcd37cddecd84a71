// Sweep a block into a hole in the table. Meta-World `sweep-into`, reward v2.

import { BLOCK, block } from '../../sim/props/block.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { scaledDistance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE, OPEN, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { cagingByGap, hamacher, tolerance } from './terms.ts'

const RADIUS = 0.05
const Z = BLOCK.half
const GOAL: Vec3 = [0, 0.84, Z]
const HOLE = { x: GOAL[0], y: GOAL[1], half: [0.045, 0.06] } as const
/** The fingers close this far above the block's middle: here they can go below the table's top and would scrape it. */
const HIGH = 0.01
/** How far above the table the block is swept. */
const CLEAR = 0.008
const XY: Vec3 = [1, 1, 0]

export const sweepInto = defineTask({
  id: 'sweep-into',
  hand: [0, 0.6, 0.2],
  hole: HOLE,
  goals: { low: [-0.001, 0.8399, 0.0199], high: [0.001, 0.8401, 0.0201] },
  observe: { first: 'block' },

  place: (random) => {
    const position = drawIn(random, { low: [-0.1, 0.6, Z], high: [0.1, 0.7, Z] })
    return { props: [block({ position })], goal: GOAL }
  },

  // Pads around the 4 cm block are 26 mm from its middle: upstream's slack of 5 mm is 10 mm here.
  terms: (now) => {
    const left = scaledDistance(now.first.position, now.goal, XY)
    if (left < RADIUS) return { grasp: 1, place: 1, done: 1 }
    const place = tolerance(left, { most: RADIUS, margin: scaledDistance(now.start.first, now.goal, XY) })
    const grasp = cagingByGap(graspOf(now, { objectRadius: 0.02, padReach: 0.05, xzReach: 0.01 }), 0.01)
    return { grasp, place: hamacher(grasp, place), done: 0 }
  },
  scales: { grasp: 2, place: 6, done: 2 },

  success: ({ first, goal }) => scaledDistance(first.position, goal, XY) <= RADIUS,

  expert: ({ tcp, opening, first, goal }) => {
    const over = scaledDistance(first.position, goal, XY) < 0.015
    if (over) return { to: [goal[0], goal[1], 0.15], gain: 10, grip: OPEN }
    const [x, y, z] = first.position
    const pick = pickUp(tcp, opening, { at: [x, y, z + HIGH], halfWidth: BLOCK.half })
    return pick ?? { to: [goal[0], goal[1], Z + HIGH + CLEAR], gain: 10, grip: CLOSE }
  },
})
