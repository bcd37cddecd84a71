// Slide a window open to the right. Meta-World `window-open`, reward v2.

import { slidingWindow } from '../../sim/props/window.ts'
import { distance, plus } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE } from './expert.ts'
import { defineTask } from './task.ts'
import { hamacher, tolerance } from './terms.ts'

const RADIUS = 0.05
const STROKE = 0.2
const WINDOW = { low: [-0.1, 0.7, 0.16], high: [0.1, 0.9, 0.16] } as const

export const windowOpen = defineTask({
  id: 'window-open',
  hand: [0, 0.4, 0.2],
  goals: { low: plus(WINDOW.low, [STROKE, 0, 0]), high: plus(WINDOW.high, [STROKE, 0, 0]) },
  observe: { first: 'open-side' },

  place: (random) => {
    const position = drawIn(random, WINDOW)
    return { props: [slidingWindow({ position, starts: 'closed' })], goal: plus(position, [STROKE, 0, 0]) }
  },

  // Only x counts: the goal lies in the window, the handle before it.
  terms: ({ tcp, first, goal, start }) => {
    const place = tolerance(Math.abs(first.position[0] - goal[0]), { most: RADIUS, margin: STROKE - RADIUS })
    const reach = tolerance(distance(first.position, tcp), {
      most: 0.02,
      margin: Math.abs(distance(start.first, start.tcp) - 0.02),
    })
    return { open: hamacher(reach, place) }
  },
  scales: { open: 10 },

  success: ({ first, goal }) => Math.abs(first.position[0] - goal[0]) <= RADIUS,

  // In front of the window to the handle's left, up to it, then push.
  expert: ({ tcp, first }) => {
    const [x, y, z] = first.position
    const beside = tcp[0] < x + 0.012
    if (!beside) return { to: [x - 0.03, Math.min(tcp[1], y - 0.12), z], gain: 10, grip: CLOSE }
    if (y - tcp[1] > 0.02) return { to: [x - 0.02, y, z], gain: 10, grip: CLOSE }
    return { to: [x + 0.1, y, z], gain: 10, grip: CLOSE }
  },
})
