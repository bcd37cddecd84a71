// Push a puck over the table to a goal. Meta-World `push`, reward v2.

import { PUCK, puck } from '../../sim/props/puck.ts'
import type { RandomStream } from '../../sim/random.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, scaledDistance } from '../../sim/vector.ts'
import { CLOSE, OPEN } from './expert.ts'
import { defineTask } from './task.ts'
import { caging, tolerance } from './terms.ts'

const RADIUS = 0.05
/** Least distance of start and goal in the plane. */
const GAP = 0.15
/** Fingers closer than this, as a share of open, hold the puck. */
const HELD = 0.75
const XY: Vec3 = [1, 1, 0]

export const push = defineTask({
  id: 'push',
  hand: [0, 0.6, 0.2],
  goals: { low: [-0.1, 0.8, 0.01], high: [0.1, 0.9, 0.03] },
  observe: { first: 'puck' },

  place: (random) => {
    const { from, goal } = startAndGoal(random)
    return { props: [puck({ position: from })], goal }
  },

  // At the goal every term is 1: the reward is 10 there.
  terms: ({ tcp, padY, grip, first, goal, start }) => {
    const object = first.position
    const left = distance(object, goal)
    if (left < RADIUS) return { grasp: 1, near: 1, place: 1 }
    const grasp = caging({
      padY,
      tcp,
      object,
      objectStart: start.first,
      tcpStart: start.tcp,
      grip,
      objectRadius: 0.015,
      padReach: 0.05,
      xzReach: 0.005,
    })
    if (distance(tcp, object) >= 0.02) return { grasp: grasp / 2, near: 0, place: 0 }
    return { grasp, near: 1, place: tolerance(left, { most: RADIUS, margin: distance(start.first, goal) }) }
  },
  scales: { grasp: 4, near: 1, place: 5 },

  success: ({ first, goal }) => distance(first.position, goal) <= RADIUS,

  expert: ({ tcp, opening, first, goal, start }) => {
    const [x, y, z] = first.position
    const above = tcp[2] - z > 0.015
    if (above && scaledDistance(tcp, first.position, XY) > 0.02) return { to: [x, y, z + 0.08], gain: 10, grip: OPEN }
    if (above) return { to: first.position, gain: 10, grip: OPEN }
    if (opening > HELD) return { to: first.position, gain: 10, grip: CLOSE }
    const [toX, toY] = [tcp[0] + goal[0] - x, tcp[1] + goal[1] - y]
    return { to: [toX, toY, start.first[2] + 0.01], gain: 10, grip: CLOSE }
  },
})

function startAndGoal(random: RandomStream): { from: Vec3; goal: Vec3 } {
  for (;;) {
    const from: Vec3 = [random.uniform(-0.1, 0.1), random.uniform(0.6, 0.7), PUCK.halfHeight]
    const goal: Vec3 = [random.uniform(-0.1, 0.1), random.uniform(0.8, 0.9), PUCK.halfHeight]
    if (scaledDistance(from, goal, XY) >= GAP) return { from, goal }
  }
}
