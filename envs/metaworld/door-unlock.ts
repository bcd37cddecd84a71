// Unlock a door by turning a bar up to the side. Meta-World `door-unlock`, reward v2.

import { OPENING, TCP_DROP } from '../../sim/hand/constants.ts'
import { barLock } from '../../sim/props/bar-lock.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { plus, scaledDistance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { OPEN } from './expert.ts'
import { defineTask } from './task.ts'
import { tolerance } from './terms.ts'

/** Length of the bar. */
const LENGTH = 0.1
/** The goal, from the safe's middle: a bar's length beside the axle. */
const GOAL = [LENGTH, -0.139, 0.061] as const
const SAFE = { low: [-0.1, 0.8, 0.15], high: [0.1, 0.85, 0.15] } as const
const WEIGHTS: Vec3 = [0.25, 1, 0.5]
/** What pushes is not the tcp but the palm's edge. */
const SHOULDER: Vec3 = [0, 0.055, 0.07 + TCP_DROP]

export const doorUnlock = defineTask({
  id: 'door-unlock',
  hand: [0, 0.6, 0.2],
  goals: { low: plus(SAFE.low, GOAL), high: plus(SAFE.high, GOAL) },
  observe: { first: 'unlock-side' },

  place: (random) => {
    const position = drawIn(random, SAFE)
    return { props: [barLock({ position, starts: 'locked' })], goal: plus(position, GOAL) }
  },

  terms: ({ tcp, first, goal, start }) => {
    const reach = tolerance(scaledDistance(plus(tcp, SHOULDER), first.position, WEIGHTS), {
      most: 0.02,
      margin: scaledDistance(plus(start.tcp, SHOULDER), start.first, WEIGHTS),
    })
    const left = Math.abs(goal[0] - first.position[0])
    return { reach, unlock: tolerance(left, { most: 0.005, margin: LENGTH }) }
  },
  scales: { reach: 2, unlock: 8 },

  success: ({ first, goal }) => Math.abs(goal[0] - first.position[0]) <= 0.02,

  expert: ({ tcp, first, goal }) => {
    const [x, y, z] = first.position
    const before = y - OPENING.open
    // Low enough for the palm to meet the bar well below its axle: higher up it can jam.
    const low = goal[2] - LENGTH - 0.02
    const hanging = z < goal[2] - 0.085
    const deep = Math.abs(tcp[1] - before) < 0.015
    // In front of the bar: back and to its left. Once deep enough to touch it, it is pushed, however far it gave way.
    if (hanging && !deep && tcp[0] > x - 0.015) return { to: [x - 0.06, before - 0.06, low], gain: 10, grip: OPEN }
    if (hanging && !(deep && tcp[2] < low + 0.01)) return { to: [x - 0.05, before, low], gain: 10, grip: OPEN }
    // The palm follows the bar up: it carries its end over the last degrees.
    return { to: [goal[0] + 0.1, before, low + 0.6 * (z - low)], gain: 25, grip: OPEN }
  },
})
