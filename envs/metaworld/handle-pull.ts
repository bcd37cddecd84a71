// Pull a handle up. Meta-World `handle-pull`, reward v2.

import { pressHandle } from '../../sim/props/press-handle.ts'
import { distance, plus } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { caging, hamacher, tolerance } from './terms.ts'

const RADIUS = 0.05
/** The top of the bar when it is up, from the foot of the box. */
const UP = [0, -0.216, 0.172] as const
const BOX = { low: [-0.1, 0.8, 0], high: [0.1, 0.9, 0] } as const

export const handlePull = defineTask({
  id: 'handle-pull',
  hand: [0, 0.6, 0.2],
  goals: { low: plus(BOX.low, UP), high: plus(BOX.high, UP) },
  observe: { first: 'right' },

  place: (random) => {
    const position = drawIn(random, BOX)
    return { props: [pressHandle({ position, facing: 'robot', starts: 'down' })], goal: plus(position, UP) }
  },

  // Upstream compares y with z to see whether the handle was raised, which is always so; here it has to be by 1 cm.
  terms: (now) => {
    const { tcp, first, goal, start } = now
    const left = Math.abs(goal[2] - first.position[2])
    if (left < RADIUS) return { grasp: 1, raised: 1, pull: 1, done: 1 }
    const pull = tolerance(left, { most: RADIUS, margin: Math.abs(goal[2] - start.first[2]) })
    const caged = caging(graspOf(now, { objectRadius: 0.022, padReach: 0.05, xzReach: 0.01 }))
    const raised = distance(tcp, first.position) < 0.035 && first.position[2] > start.first[2] + 0.01
    return { grasp: hamacher(caged, pull), raised: Number(raised), pull: raised ? pull : 0, done: 0 }
  },
  scales: { grasp: 1, raised: 1, pull: 5, done: 3 },

  success: ({ first, goal }) => Math.abs(goal[2] - first.position[2]) <= RADIUS,

  expert: ({ tcp, opening, first }) => {
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: 0.022 })
    return pick ?? { to: plus(first.position, [0, 0, 0.02]), gain: 10, grip: CLOSE }
  },
})
