// Sweep a block sideways to the end of the table. Meta-World `sweep`, reward v2.

import { BLOCK, block } from '../../sim/props/block.ts'
import { distance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { cagingByGap, hamacher, tolerance } from './terms.ts'

const RADIUS = 0.05
const Z = BLOCK.half

export const sweep = defineTask({
  id: 'sweep',
  hand: [0, 0.6, 0.2],
  goals: { low: [0.49, 0.6, 0], high: [0.51, 0.7, 0.02] },
  observe: { first: 'block' },

  place: (random) => {
    const position = drawIn(random, { low: [-0.1, 0.6, Z], high: [0.1, 0.7, Z] })
    return { props: [block({ position })], goal: [0.5, position[1], 0.01] }
  },

  terms: (now) => {
    const left = distance(now.first.position, now.goal)
    if (left < RADIUS) return { grasp: 1, place: 1, done: 1 }
    const place = tolerance(left, { most: RADIUS, margin: distance(now.start.first, now.goal) })
    const grasp = cagingByGap(graspOf(now, { objectRadius: 0.02, padReach: 0.05, xzReach: 0.005 }), 0.01)
    return { grasp, place: hamacher(grasp, place), done: 0 }
  },
  scales: { grasp: 2, place: 6, done: 2 },

  success: ({ first, goal }) => distance(first.position, goal) <= RADIUS,

  expert: ({ tcp, opening, first, goal }) => {
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: BLOCK.half })
    return pick ?? { to: [goal[0], goal[1], Z + 0.005], gain: 10, grip: CLOSE }
  },
})
