// Pull a drawer open by its handle. Meta-World `drawer-open`, reward v2.

import { drawer } from '../../sim/props/drawer.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { OPEN } from './expert.ts'
import { defineTask } from './task.ts'
import { tolerance } from './terms.ts'

/** From the closed handle to the goal. */
const TRAVEL = 0.2
/** Sideways errors weigh more, so that the hand goes down behind the handle and not into it. */
const SIDEWAYS: Vec3 = [3, 3, 1]
const XY: Vec3 = [1, 1, 0]

export const drawerOpen = defineTask({
  id: 'drawer-open',
  hand: [0, 0.6, 0.2],
  goals: { low: [-0.1, 0.54, 0.09], high: [0.1, 0.54, 0.09] },
  observe: { first: 'handle' },

  // Upstream's stroke is 0.16 m and success needs all of it, which a soft limit allows and a hard one does not.
  place: (random) => {
    const x = random.uniform(-0.1, 0.1)
    return { props: [drawer({ position: [x, 0.9, 0], stroke: 0.2, damping: 2 })], goal: [x, 0.74 - TRAVEL, 0.09] }
  },

  terms: ({ tcp, first, goal, start }) => {
    const handle = first.position
    const closed = plus(goal, [0, TRAVEL, 0])
    return {
      near: tolerance(scaledDistance(handle, tcp, SIDEWAYS), {
        most: 0.01,
        margin: scaledDistance(closed, start.tcp, SIDEWAYS),
      }),
      open: tolerance(distance(handle, goal), { most: 0.02, margin: TRAVEL }),
    }
  },
  scales: { near: 5, open: 5 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.03,

  expert: ({ tcp, first }) => {
    const [x, y, z] = first.position
    const aside = scaledDistance(tcp, first.position, XY)
    if (aside > 0.02 && tcp[2] - z > 0.03) return { to: [x, y, z + 0.09], gain: 10, grip: OPEN }
    if (tcp[2] - z > 0.02) return { to: [x, y, z], gain: 10, grip: OPEN }
    return { to: [x, y - 0.1, z], gain: 5, grip: OPEN }
  },
})
