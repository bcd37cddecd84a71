// Press a handle down. Meta-World `handle-press`, reward v2.

import { pressHandle } from '../../sim/props/press-handle.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE, OPEN } from './expert.ts'
import { defineTask } from './task.ts'
import { hamacher, tolerance } from './terms.ts'

const RADIUS = 0.02
/** The top of the bar when it is down, from the foot of the box. */
const DOWN = [0, -0.216, 0.075] as const
const BOX = { low: [-0.1, 0.8, 0], high: [0.1, 0.9, 0] } as const

export const handlePress = defineTask({
  id: 'handle-press',
  // Upstream starts at y = 0.6, where the hand would stand in the handle.
  hand: [0, 0.4, 0.2],
  goals: { low: plus(BOX.low, DOWN), high: plus(BOX.high, DOWN) },
  observe: { first: 'top' },

  place: (random) => {
    const position = drawIn(random, BOX)
    return { props: [pressHandle({ position, facing: 'robot', starts: 'up' })], goal: plus(position, DOWN) }
  },

  terms: ({ tcp, first, goal, start }) => {
    const left = Math.abs(first.position[2] - goal[2])
    if (left <= RADIUS) return { press: 1 }
    const down = tolerance(left, { most: RADIUS, margin: Math.abs(start.first[2] - goal[2]) - RADIUS })
    const reach = tolerance(distance(first.position, tcp), {
      most: 0.02,
      margin: Math.abs(distance(start.first, start.tcp) - 0.02),
    })
    return { press: hamacher(reach, down) }
  },
  scales: { press: 10 },

  success: ({ first, goal }) => Math.abs(first.position[2] - goal[2]) <= RADIUS,

  expert: ({ tcp, first }) => {
    const [x, y, z] = first.position
    const aside = scaledDistance(tcp, first.position, [1, 1, 0])
    if (aside < 0.02) return { to: [x, y, z - 0.1], gain: 25, grip: CLOSE }
    // Away and up first, then over: the bar stands in the way, and closing fingers would pinch it.
    const near = aside < 0.1 && tcp[2] < z + 0.04
    if (near) return { to: [2 * tcp[0] - x, 2 * tcp[1] - y, z + 0.08], gain: 10, grip: OPEN }
    return { to: [x, y, z + 0.08], gain: 10, grip: CLOSE }
  },
})
