// Bring the tcp to a place in the air; a puck lies by unused. Meta-World `reach`, reward v2.

import { PUCK, puck } from '../../sim/props/puck.ts'
import { distance } from '../../sim/vector.ts'
import { OPEN } from './expert.ts'
import { defineTask } from './task.ts'
import { tolerance } from './terms.ts'

const RADIUS = 0.05

export const reach = defineTask({
  id: 'reach',
  hand: [0, 0.6, 0.2],
  goals: { low: [-0.1, 0.8, 0.05], high: [0.1, 0.9, 0.3] },
  observe: { first: 'puck' },

  place: (random) => {
    const start = puck({ position: [random.uniform(-0.1, 0.1), random.uniform(0.6, 0.7), PUCK.halfHeight] })
    return {
      props: [start],
      goal: [random.uniform(-0.1, 0.1), random.uniform(0.8, 0.9), random.uniform(0.05, 0.3)],
    }
  },

  terms: ({ tcp, goal, start }) => ({
    reach: tolerance(distance(tcp, goal), { most: RADIUS, margin: distance(start.tcp, goal) }),
  }),
  scales: { reach: 10 },

  success: ({ tcp, goal }) => distance(tcp, goal) <= RADIUS,

  expert: ({ goal }) => ({ to: goal, gain: 3.5, grip: OPEN }),
})
