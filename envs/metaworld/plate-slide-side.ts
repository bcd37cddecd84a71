// Slide a plate to the left into a goal. Meta-World `plate-slide-side`, reward v2.

import { plate } from '../../sim/props/plate.ts'
import { plateGoal } from '../../sim/props/plate-goal.ts'
import { distance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { slidePlate } from './plate-slide.ts'
import { defineTask } from './task.ts'
import { tolerance } from './terms.ts'

/** Within which the reward is 10; success is counted a little farther out. */
const RADIUS = 0.05
const GOALS = { low: [-0.3, 0.54, 0], high: [-0.25, 0.66, 0] } as const

export const plateSlideSide = defineTask({
  id: 'plate-slide-side',
  hand: [0, 0.6, 0.2],
  goals: GOALS,
  observe: { first: 'plate' },

  // Upstream's plate cannot get as far as the farthest goals, and its net stays where it is; here both go there.
  place: (random) => {
    const goal = drawIn(random, GOALS)
    return { props: [plate({ position: [0, 0.6, 0] }), plateGoal({ position: goal, facing: 'right' })], goal }
  },

  // 1.5 T while reaching; beside the plate, low down, 2 + 7 I.
  terms: ({ tcp, first, goal, start }) => {
    const left = distance(first.position, goal)
    if (left < RADIUS) return { reach: 1, slide: 1, done: 1 }
    const away = distance(tcp, first.position)
    if (tcp[2] <= 0.03 && away < 0.07) {
      const slide = tolerance(left, { most: RADIUS, margin: distance(start.first, goal) - RADIUS })
      return { reach: 1, slide, done: 0 }
    }
    const reach = tolerance(away, { most: RADIUS, margin: distance(start.tcp, start.first) - RADIUS })
    return { reach: 0.75 * reach, slide: 0, done: 0 }
  },
  scales: { reach: 2, slide: 7, done: 1 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.07,

  expert: (now) => slidePlate(now, [-1, 0]),
})
