// Push an open drawer shut, with closed fingers. Meta-World `drawer-close`, reward v2.

import { drawer } from '../../sim/props/drawer.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { CLOSE } from './expert.ts'
import { defineTask } from './task.ts'
import { gaussianTolerance, hamacher, tolerance } from './terms.ts'

/** How far the drawer is out at the start. */
const OUT = 0.15
/** Upstream counts a distance of 65 mm to a goal that lies 57 mm below the handle: a drawer that is 31 mm out. */
const SHUT = 0.031
const CLOSED: Vec3 = [0, 0.74, 0.09]

export const drawerClose = defineTask({
  id: 'drawer-close',
  hand: [0, 0.6, 0.2],
  goals: { low: plus(CLOSED, [-0.1, 0, 0]), high: plus(CLOSED, [0.1, 0, 0]) },
  observe: { first: 'handle' },

  place: (random) => {
    const x = random.uniform(-0.1, 0.1)
    return {
      props: [drawer({ position: [x, 0.9, 0], stroke: 0.2, damping: 2, out: OUT })],
      goal: plus(CLOSED, [x, 0, 0]),
    }
  },

  terms: ({ tcp, grip, first, goal, start }) => {
    const left = distance(first.position, goal)
    if (left <= SHUT) return { close: 1 }
    const shut = tolerance(left, { most: SHUT, margin: Math.abs(distance(start.first, goal) - SHUT) })
    const reach = gaussianTolerance(distance(tcp, first.position), {
      most: 0.005,
      margin: Math.abs(distance(start.first, start.tcp) - 0.005),
    })
    return { close: hamacher(hamacher(reach, Math.max(0, grip)), shut) }
  },
  scales: { close: 10 },

  success: ({ first, goal }) => distance(first.position, goal) <= SHUT,

  // Over the handle to its front, down, then push.
  expert: ({ tcp, first }) => {
    const [x, y, z] = first.position
    const front = scaledDistance(tcp, [x, 0, 0], [1, 0, 0]) < 0.03 && tcp[1] < y - 0.015
    if (!front) return { to: [x, y - 0.07, z + 0.06], gain: 5, grip: CLOSE }
    if (tcp[2] > z + 0.02) return { to: [x, y - 0.07, z], gain: 5, grip: CLOSE }
    return { to: [x, y + 0.1, z], gain: 5, grip: CLOSE }
  },
})
