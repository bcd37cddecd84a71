// Pull a handle up that stands to the left and looks to the right. Meta-World `handle-pull-side`, reward v2.

import { pressHandle } from '../../sim/props/press-handle.ts'
import { distance, plus } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { caging, hamacher, tolerance } from './terms.ts'

/**
 * Upstream's goal lies 46 mm beside the lever's path and 22 mm above its end: it counts a raise of 57 mm as success, and pays
 * 10 only past the joint's limit. Here the goal is the end, success is as before, and 10 is paid there.
 */
const RADIUS = 0.043
/** The middle of the lever when it is up, from the foot of the box. */
const UP = [0.17, 0, 0.15] as const
const BOX = { low: [-0.35, 0.65, 0], high: [-0.25, 0.75, 0] } as const

export const handlePullSide = defineTask({
  id: 'handle-pull-side',
  hand: [0, 0.6, 0.2],
  goals: { low: plus(BOX.low, UP), high: plus(BOX.high, UP) },
  observe: { first: 'lever' },

  place: (random) => {
    const position = drawIn(random, BOX)
    return { props: [pressHandle({ position, facing: 'right', starts: 'down' })], goal: plus(position, UP) }
  },

  terms: (now) => {
    const { tcp, first, goal, start } = now
    const left = distance(first.position, goal)
    if (left <= RADIUS) return { grasp: 1, raised: 1, pull: 1, done: 1 }
    const pull = tolerance(left, { most: RADIUS, margin: distance(start.first, goal) })
    const caged = caging(graspOf(now, { objectRadius: 0.022, padReach: 0.06, xzReach: 0.01 }))
    const raised = distance(tcp, first.position) < 0.035 && first.position[2] > start.first[2] + 0.01
    return { grasp: hamacher(caged, pull), raised: Number(raised), pull: raised ? pull : 0, done: 0 }
  },
  scales: { grasp: 1, raised: 1, pull: 5, done: 3 },

  success: ({ first, goal }) => distance(first.position, goal) <= RADIUS,

  expert: ({ tcp, opening, first }) => {
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: 0.024 })
    return pick ?? { to: plus(first.position, [0, 0, 0.05]), gain: 10, grip: CLOSE }
  },
})
