// Press a button down from above, with closed fingers. Meta-World `button-press-topdown`, reward v2.

import { button } from '../../sim/props/button.ts'
import { distance, scaledDistance } from '../../sim/vector.ts'
import { CLOSE } from './expert.ts'
import { defineTask } from './task.ts'
import { hamacher, tolerance } from './terms.ts'

/** Height of the released button; the goal lies this far below. */
const FACE = 0.308
const TRAVEL = 0.093
const TOUCHING = 0.03

export const buttonPressTopdown = defineTask({
  id: 'button-press-topdown',
  hand: [0, 0.4, 0.2],
  goals: { low: [-0.1, 0.8, FACE - TRAVEL], high: [0.1, 0.9, FACE - TRAVEL] },
  observe: { first: 'button' },

  // Upstream's stroke is 0.06 m and success needs 0.069, which a soft limit allows and a hard one does not.
  place: (random) => {
    const [x, y] = [random.uniform(-0.1, 0.1), random.uniform(0.8, 0.9)]
    const spring = { stiffness: 100, damping: 5, preload: 0.01 }
    return {
      props: [button({ face: [x, y, FACE], facing: 'up', stroke: 0.1, spring })],
      goal: [x, y, FACE - TRAVEL],
    }
  },

  terms: ({ tcp, opening, first, goal, start }) => {
    const away = distance(tcp, first.position)
    const near = tolerance(away, { most: 0.01, margin: distance(start.first, start.tcp) })
    const left = Math.abs(first.position[2] - goal[2])
    const pressed = tolerance(left, { most: 0.005, margin: Math.abs(start.first[2] - goal[2]) })
    return { reach: hamacher(1 - opening, near), press: away <= TOUCHING ? pressed : 0 }
  },
  scales: { reach: 5, press: 5 },

  success: ({ first, goal }) => Math.abs(first.position[2] - goal[2]) <= 0.024,

  expert: ({ tcp, first }) => {
    const [x, y, z] = first.position
    const above = scaledDistance(tcp, first.position, [1, 1, 0]) <= 0.02
    return { to: [x, y, above ? z - 0.1 : z + 0.06], gain: 10, grip: CLOSE }
  },
})
