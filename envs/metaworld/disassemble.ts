// Lift a ring nut off a post. Meta-World `disassemble`, reward v2.

import { NUT_REST, nut, post } from '../../sim/props/nut.ts'
import { distance, plus } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { handleGrasp } from './grasp.ts'
import { defineTask } from './task.ts'
import { caging, tolerance } from './terms.ts'
import { carryRing, flatness, NUT_ALONG, pickUpHandle, ringOf } from './wrench.ts'

/** The handle has to come this far up. */
const LIFT = 0.15

/** How far ahead of the ring the expert pulls: a slow lift, for the ring tilts on its post. */
const AHEAD = 0.025

export const disassemble = defineTask({
  id: 'disassemble',
  hand: [0, 0.4, 0.2],
  goals: { low: [0, 0.6, NUT_REST + LIFT], high: [0.1, 0.75, NUT_REST + LIFT] },
  observe: { first: 'nut-handle' },

  place: (random) => {
    const position = drawIn(random, { low: [0, 0.6, NUT_REST], high: [0.1, 0.75, NUT_REST] })
    const foot = [position[0], position[1], 0] as const
    return { props: [nut({ position }), post({ position: foot })], goal: plus(position, [0, 0, LIFT]) }
  },

  terms: (now) => {
    const { first, goal } = now
    if (first.position[2] > goal[2]) return { grasp: 1, place: 1, done: 1 }
    const flat = flatness(now)
    const ring = ringOf(first)
    const place = tolerance(distance(ring, plus(goal, [0, 0, 0.1])), { most: 0.02, margin: 0.2 })
    const lifted = Number(ring[2] > NUT_REST + 0.004)
    return { grasp: flat * caging(handleGrasp(now, NUT_ALONG)), place: flat * (0.1 * lifted + 0.9 * place), done: 0 }
  },
  scales: { grasp: 2, place: 6, done: 2 },

  success: ({ first, goal }) => first.position[2] > goal[2],

  expert: (now) => {
    const [x, y] = now.goal
    return pickUpHandle(now) ?? carryRing(now, [x, y, ringOf(now.first)[2] + AHEAD])
  },
})
