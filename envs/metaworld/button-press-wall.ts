// Press a button on a box, towards +y, behind a wall. Meta-World `button-press-wall`, reward v2.

import { button } from '../../sim/props/button.ts'
import { wall } from '../../sim/props/wall.ts'
import { distance } from '../../sim/vector.ts'
import { CLOSE } from './expert.ts'
import { defineTask } from './task.ts'
import { hamacher, tolerance } from './terms.ts'

const HEIGHT = 0.115
/** The front of the released button lies this far before the box's origin, the goal this far behind the front. */
const FRONT = 0.193
const TRAVEL = 0.093
const TOUCHING = 0.07
const WALL = { y: 0.6, half: [0.1, 0.01, 0.075] } as const
/** The tcp above the wall, and where the palm clears its top while the fingers press. */
const OVER = 0.25
const PRESSING = 0.137
/** From the tcp to the front of closed fingers, nearly. */
const FINGERS = 0.008

export const buttonPressWall = defineTask({
  id: 'button-press-wall',
  hand: [0, 0.4, 0.2],
  goals: { low: [-0.05, 0.85 - FRONT + TRAVEL, HEIGHT], high: [0.05, 0.9 - FRONT + TRAVEL, HEIGHT] },
  observe: { first: 'button' },

  place: (random) => {
    const x = random.uniform(-0.05, 0.05)
    const y = random.uniform(0.85, 0.9) - FRONT
    const spring = { stiffness: 100, damping: 5, preload: 0.01 }
    return {
      props: [
        button({ face: [x, y, HEIGHT], facing: 'robot', stroke: 0.1, spring }),
        wall({ position: [0.1, WALL.y, 0], half: WALL.half }),
      ],
      goal: [x, y + TRAVEL, HEIGHT],
    }
  },

  // Upstream pays for a closed hand on the way and for an open one at the button.
  terms: ({ tcp, opening, first, goal, start }) => {
    const away = distance(tcp, first.position)
    const near = tolerance(away, { most: 0.01, margin: distance(start.first, start.tcp) })
    if (away > TOUCHING) return { reach: hamacher((1 - opening) / 2, near), touch: 0, open: 0, press: 0 }
    const left = Math.abs(first.position[1] - goal[1])
    const pressed = tolerance(left, { most: 0.005, margin: Math.abs(start.first[1] - goal[1]) })
    return { reach: 1, touch: 1, open: opening, press: pressed * pressed }
  },
  scales: { reach: 2, touch: 2, open: 2, press: 4 },

  success: ({ first, goal }) => Math.abs(first.position[1] - goal[1]) <= 0.03,

  expert: ({ tcp, first, goal }) => {
    const [x, y] = first.position
    const beyond = tcp[1] > WALL.y + 0.02
    if (tcp[2] < OVER - 0.05 && !beyond) return { to: [x, Math.min(tcp[1], 0.5), OVER], gain: 10, grip: CLOSE }
    const aligned = Math.abs(tcp[0] - x) < 0.01 && Math.abs(tcp[1] - y + 0.02) < 0.006
    if (tcp[2] > PRESSING + 0.01 && !aligned) return { to: [x, y - 0.02, OVER], gain: 10, grip: CLOSE }
    if (tcp[2] > PRESSING + 0.01) return { to: [x, y - 0.02, PRESSING], gain: 10, grip: CLOSE }
    return { to: [x, Math.min(y + 0.1, goal[1] - FINGERS), PRESSING], gain: 15, grip: CLOSE }
  },
})
