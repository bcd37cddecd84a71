// Carry a puck to a place in the air. Meta-World `pick-place`, reward v2.

import { PUCK, puck } from '../../sim/props/puck.ts'
import { distance, plus } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { caging, hamacher, tolerance } from './terms.ts'

/** Within which the reward is 10; success is counted a little farther out. */
const RADIUS = 0.05
const Z = PUCK.halfHeight
const GOALS = { low: [-0.1, 0.8, 0.05], high: [0.1, 0.9, 0.3] } as const

export const pickPlace = defineTask({
  id: 'pick-place',
  hand: [0, 0.6, 0.2],
  goals: GOALS,
  observe: { first: 'puck' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.1, 0.6, Z], high: [0.1, 0.7, Z] },
      to: GOALS,
      gap: 0.15,
    })
    return { props: [puck({ position: from })], goal }
  },

  terms: (now) => {
    const { tcp, first, goal, start } = now
    const left = distance(first.position, goal)
    if (left < RADIUS) return { grasp: 1, held: 1, place: 1, done: 1 }
    const place = tolerance(left, { most: RADIUS, margin: distance(start.first, goal) })
    const caged = caging(graspOf(now, { objectRadius: 0.015, padReach: 0.05, xzReach: 0.005 }))
    const held = distance(tcp, first.position) < 0.02 && first.position[2] > start.first[2] + 0.01
    return { grasp: hamacher(caged, place), held: Number(held), place: held ? place : 0, done: 0 }
  },
  scales: { grasp: 1, held: 1, place: 5, done: 3 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.07,

  expert: ({ tcp, opening, first, goal }) => {
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: PUCK.radius })
    if (pick) return pick
    const [x, y, z] = first.position
    return { to: plus(goal, [tcp[0] - x, tcp[1] - y, tcp[2] - z]), gain: 10, grip: CLOSE }
  },
})
