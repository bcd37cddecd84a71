// Turn a dial by 80 degrees, either way. Meta-World `dial-turn`, reward v2.

import { dial } from '../../sim/props/dial.ts'
import { distance, plus } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE } from './expert.ts'
import { defineTask } from './task.ts'
import { gaussianTolerance, hamacher, tolerance } from './terms.ts'

/** The goal, from the dial's foot: the pointer has turned away from the robot when it is within the radius. */
const GOAL = [0, 0.03, 0.03] as const
const RADIUS = 0.07
/** Where the hand begins to push, from the pointer. */
const PUSH_FROM = [0.05, 0.02, 0.09] as const
const DIAL = { low: [-0.1, 0.7, 0], high: [0.1, 0.8, 0] } as const
/** How far before the axle, and from how far to its right, the ridge is swiped. */
const SWIPE = { before: 0.034, from: 0.05 }
/** The tcp beside the ridge, and high above it. */
const LOW = 0.065
const HIGH = 0.13

export const dialTurn = defineTask({
  id: 'dial-turn',
  hand: [0, 0.6, 0.2],
  goals: { low: plus(DIAL.low, GOAL), high: plus(DIAL.high, GOAL) },
  observe: { first: 'pointer' },

  place: (random) => {
    const position = drawIn(random, DIAL)
    return { props: [dial({ position })], goal: plus(position, GOAL) }
  },

  terms: ({ tcp, grip, first, goal, start }) => {
    const from = plus(start.first, PUSH_FROM)
    const turned = tolerance(distance(first.position, goal), {
      most: RADIUS,
      margin: Math.abs(distance(from, goal) - RADIUS),
    })
    const reach = gaussianTolerance(distance(tcp, plus(first.position, PUSH_FROM)), {
      most: 0.005,
      margin: Math.abs(distance(from, start.tcp) - 0.005),
    })
    return { turn: hamacher(hamacher(reach, Math.max(0, grip)), turned) }
  },
  scales: { turn: 10 },

  success: ({ first, goal }) => distance(first.position, goal) <= RADIUS,

  // Down at the right of the ridge's near end, then a swipe to the left: the dial turns on by itself.
  expert: ({ tcp, goal }) => {
    const [x, y] = [goal[0] - GOAL[0], goal[1] - GOAL[1] - SWIPE.before]
    if (tcp[2] < LOW + 0.015) return { to: [x - 0.1, tcp[1], LOW], gain: 25, grip: CLOSE }
    const beside = Math.abs(tcp[1] - y) < 0.012 && Math.abs(tcp[0] - x - SWIPE.from) < 0.012
    return { to: [x + SWIPE.from, y, beside ? LOW : HIGH], gain: 10, grip: CLOSE }
  },
})
