// Lock a door by turning a bar down. Meta-World `door-lock`, reward v2.

import { OPENING } from '../../sim/hand/constants.ts'
import { barLock } from '../../sim/props/bar-lock.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { plus, scaledDistance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { OPEN } from './expert.ts'
import { defineTask } from './task.ts'
import { hamacher, tolerance } from './terms.ts'

/** Length of the bar. */
const LENGTH = 0.1
/** The goal, from the safe's middle: a bar's length below the axle. */
const GOAL = [0, -0.139, 0.061 - LENGTH] as const
const SAFE = { low: [-0.1, 0.8, 0.15], high: [0.1, 0.85, 0.15] } as const
const WEIGHTS: Vec3 = [0.25, 1, 0.5]

export const doorLock = defineTask({
  id: 'door-lock',
  hand: [0, 0.6, 0.2],
  goals: { low: plus(SAFE.low, GOAL), high: plus(SAFE.high, GOAL) },
  observe: { first: 'lock-side' },

  place: (random) => {
    const position = drawIn(random, SAFE)
    return { props: [barLock({ position, starts: 'unlocked' })], goal: plus(position, GOAL) }
  },

  // The finger next to the door is the one that reaches the bar.
  terms: ({ tcp, padY, opening, first, goal, start }) => {
    const pad: Vec3 = [tcp[0], padY[1], tcp[2]]
    const padStart = plus(start.tcp, [0, OPENING.open, 0])
    const near = tolerance(scaledDistance(first.position, pad, WEIGHTS), {
      most: 0.01,
      margin: scaledDistance(start.first, padStart, WEIGHTS),
    })
    const left = Math.abs(goal[2] - first.position[2])
    return { reach: hamacher(opening, near), lock: tolerance(left, { most: 0.005, margin: LENGTH }) }
  },
  scales: { reach: 2, lock: 8 },

  success: ({ first, goal }) => Math.abs(goal[2] - first.position[2]) <= 0.02,

  expert: ({ tcp, first, goal }) => {
    const [x, y, z] = first.position
    const before = y - OPENING.open
    const over = Math.abs(tcp[1] - before) <= 0.015 && tcp[0] >= goal[0] && Math.abs(tcp[0] - x) <= 0.05
    if (over) return { to: [x - 0.05, before, z - 0.1], gain: 25, grip: OPEN }
    const below = tcp[2] < z + 0.05
    return { to: [x - 0.02, below ? Math.min(tcp[1], before - 0.05) : before, z + 0.09], gain: 10, grip: OPEN }
  },
})
