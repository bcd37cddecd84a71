// Drag a block back over the table towards the robot. Meta-World `push-back`, reward v2.

import { BLOCK, block } from '../../sim/props/block.ts'
import { distance } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { cagingByGap, hamacher, tolerance } from './terms.ts'

/** Within which the reward is 10; success is counted a little farther out. */
const RADIUS = 0.05
const Z = BLOCK.half
/** Fingers closer than this, as a share of open, are around the block. */
const AROUND = 0.75

export const pushBack = defineTask({
  id: 'push-back',
  hand: [0, 0.6, 0.2],
  goals: { low: [-0.1, 0.6, 0.01], high: [0.1, 0.7, 0.03] },
  observe: { first: 'block' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.1, 0.8, Z], high: [0.1, 0.85, Z] },
      to: { low: [-0.1, 0.6, Z], high: [0.1, 0.7, Z] },
      gap: 0.15,
    })
    return { props: [block({ position: from, lockRotation: true })], goal }
  },

  // Upstream's object radius of 7 mm, which pads around the 4 cm block never come near, is 15 mm here.
  terms: (now) => {
    const { tcp, opening, first, goal, start } = now
    const left = distance(first.position, goal)
    if (left < RADIUS) return { grasp: 1, moved: 1, place: 1, done: 1 }
    const whole = distance(start.first, goal)
    const place = tolerance(left, { most: RADIUS, margin: whole })
    const caged = cagingByGap(graspOf(now, { objectRadius: 0.015, padReach: 0.05, xzReach: 0.01 }), 0.012)
    const moved = distance(tcp, first.position) < 0.01 && opening < AROUND && whole - left > 0.01
    return { grasp: hamacher(caged, place), moved: Number(moved), place: moved ? place : 0, done: 0 }
  },
  scales: { grasp: 1, moved: 1, place: 5, done: 3 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.07,

  expert: ({ tcp, opening, first, goal }) => {
    const [x, y] = first.position
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: BLOCK.half })
    return pick ?? { to: [tcp[0] + goal[0] - x, tcp[1] + goal[1] - y, Z + 0.005], gain: 10, grip: CLOSE }
  },
})
