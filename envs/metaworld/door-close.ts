// Push an open door shut. Meta-World `door-close`, reward v2.

import { door } from '../../sim/props/door.ts'
import { distance, plus } from '../../sim/vector.ts'
import { around } from './around.ts'
import { drawIn } from './draw.ts'
import { CLOSE } from './expert.ts'
import { defineTask } from './task.ts'
import { gaussianTolerance } from './terms.ts'

const RADIUS = 0.05
/** Goal and hinge, from the safe's middle. */
const GOAL = [0.2, -0.2, 0] as const
const HINGE_FROM_GOAL = [-0.385, 0.1, 0] as const
const SAFE = { low: [0, 0.85, 0.15], high: [0.1, 0.95, 0.15] } as const
/** Tangent of the angle between the handle and the door's leaf, as seen from the hinge. */
const LEAF = 1 / 3

export const doorClose = defineTask({
  id: 'door-close',
  hand: [-0.5, 0.6, 0.2],
  goals: { low: plus(SAFE.low, GOAL), high: plus(SAFE.high, GOAL) },
  observe: { first: 'door-handle' },

  place: (random) => {
    const position = drawIn(random, SAFE)
    return { props: [door({ position, starts: 'ajar' })], goal: plus(position, GOAL) }
  },

  terms: ({ tcp, first, goal, start }) => {
    const left = distance(first.position, goal)
    if (left < RADIUS) return { hand: 1, close: 1, done: 1 }
    const hand = gaussianTolerance(distance(tcp, goal), {
      most: RADIUS / 4,
      margin: distance(start.tcp, first.position) + 0.1,
    })
    return { hand, close: gaussianTolerance(left, { most: RADIUS, margin: distance(start.first, goal) }), done: 0 }
  },
  scales: { hand: 3, close: 6, done: 1 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.08,

  // The hand starts on the side that it pushes from.
  expert: ({ first, goal }) => {
    const axis = plus(goal, HINGE_FROM_GOAL)
    const to = around({ axis, arm: first.position, radius: 0.2, height: goal[2], ahead: LEAF + 0.4 })
    return { to, gain: 10, grip: CLOSE }
  },
})
