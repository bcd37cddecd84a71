// Bring the tcp to a place behind a wall. Meta-World `reach-wall`, reward v2: all but the places and the wall is as in `reach`.

import { PUCK, puck } from '../../sim/props/puck.ts'
import { wall } from '../../sim/props/wall.ts'
import { drawApart } from './draw.ts'
import { OPEN } from './expert.ts'
import { reach } from './reach.ts'
import { defineTask } from './task.ts'

const GOALS = { low: [-0.05, 0.85, 0.05], high: [0.05, 0.9, 0.3] } as const
const WALL = { position: [0.1, 0.75, 0], half: [0.12, 0.01, 0.06] } as const
/** The tcp passes above this: the wall's height and the fingertips. */
const OVER = 0.16

export const reachWall = defineTask({
  ...reach,
  id: 'reach-wall',
  goals: GOALS,

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.05, 0.6, PUCK.halfHeight], high: [0.05, 0.65, PUCK.halfHeight] },
      to: GOALS,
      gap: 0.15,
    })
    return { props: [puck({ position: from }), wall(WALL)], goal }
  },

  expert: ({ tcp, goal }) => {
    const before = tcp[1] < WALL.position[1] + 0.07
    if (before && tcp[2] < OVER) return { to: [tcp[0], Math.min(tcp[1], 0.66), OVER + 0.05], gain: 10, grip: OPEN }
    if (before) return { to: [goal[0], goal[1], Math.max(goal[2], OVER + 0.02)], gain: 5, grip: OPEN }
    return { to: goal, gain: 5, grip: OPEN }
  },
})
