// Press a button on a box, towards +y. Meta-World `button-press`, reward v2.

import { button } from '../../sim/props/button.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, scaledDistance } from '../../sim/vector.ts'
import { OPEN } from './expert.ts'
import { defineTask } from './task.ts'
import { hamacher, tolerance } from './terms.ts'

const HEIGHT = 0.115
/** The front of the released button lies this far before the box's origin, the goal this far behind the front. */
const FRONT = 0.15
const TRAVEL = 0.093
const TOUCHING = 0.05
const XZ: Vec3 = [1, 0, 1]

export const buttonPress = defineTask({
  id: 'button-press',
  hand: [0, 0.4, 0.2],
  goals: { low: [-0.1, 0.85 - FRONT + TRAVEL, HEIGHT], high: [0.1, 0.9 - FRONT + TRAVEL, HEIGHT] },
  observe: { first: 'button' },

  // Upstream's stroke is 0.06 m and success needs 0.073, which a soft limit allows and a hard one does not.
  place: (random) => {
    const x = random.uniform(-0.1, 0.1)
    const y = random.uniform(0.85, 0.9) - FRONT
    const spring = { stiffness: 100, damping: 5, preload: 0.01 }
    return {
      props: [button({ face: [x, y, HEIGHT], facing: 'robot', stroke: 0.1, spring })],
      goal: [x, y + TRAVEL, HEIGHT],
    }
  },

  terms: ({ tcp, opening, first, goal, start }) => {
    const away = distance(tcp, first.position)
    const near = tolerance(away, { most: TOUCHING, margin: distance(start.first, start.tcp) })
    const left = Math.abs(first.position[1] - goal[1])
    const pressed = tolerance(left, { most: 0.005, margin: Math.abs(start.first[1] - goal[1]) })
    return { reach: hamacher(opening, near), press: away <= TOUCHING ? pressed : 0 }
  },
  scales: { reach: 2, press: 8 },

  success: ({ first, goal }) => Math.abs(first.position[1] - goal[1]) <= 0.02,

  expert: ({ tcp, first }) => {
    const [x, y, z] = first.position
    if (scaledDistance(tcp, first.position, XZ) > 0.02) return { to: [x, y - 0.1, z], gain: 10, grip: OPEN }
    return { to: [x, y + 0.1, z], gain: 4, grip: OPEN }
  },
})
