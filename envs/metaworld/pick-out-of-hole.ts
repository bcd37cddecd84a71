// Pick a puck out of a hole in the table. Meta-World `pick-out-of-hole`, reward v2.

import { PUCK, puck } from '../../sim/props/puck.ts'
import { HOLE_DEPTH } from '../../sim/props/table.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { aboveFloor, caging, funnelFloor, hamacher, tolerance } from './terms.ts'

/** Within which the reward is 10; success is counted a little farther out. */
const RADIUS = 0.05
/** The puck rests at the bottom; upstream drops it from the table's top. */
const START: Vec3 = [0, 0.75, PUCK.halfHeight - HOLE_DEPTH]
const HOLE = { x: START[0], y: START[1], half: [0.045, 0.075] } as const
const GOALS = { low: [-0.1, 0.5, 0.15], high: [0.1, 0.6, 0.3] } as const
/** The floor over the hole's edge, as a funnel around the puck's start. */
const FUNNEL = { throat: 0.03, slope: 0.015, height: 0.15 }
/** Fingers closer than this, as a share of open, have pinched air. */
const EMPTY = 0.5
const XY: Vec3 = [1, 1, 0]

export const pickOutOfHole = defineTask({
  id: 'pick-out-of-hole',
  hand: [0, 0.6, 0.2],
  hole: HOLE,
  goals: GOALS,
  observe: { first: 'puck' },

  place: (random) => ({ props: [puck({ position: START })], goal: drawIn(random, GOALS) }),

  terms: (now) => {
    const { tcp, opening, first, goal, start } = now
    const left = distance(first.position, goal)
    if (left < RADIUS) return { grasp: 1, held: 1, place: 1, done: 1 }
    const place = tolerance(left, { most: 0.02, margin: distance(start.first, goal) })
    const size = { objectRadius: 0.015, padReach: 0.05, xzReach: 0.03, effort: 0.1 }
    const floor = funnelFloor(scaledDistance(tcp, start.first, XY), FUNNEL)
    const lifted = first.position[2] > start.first[2] + 0.02
    const held = lifted && distance(tcp, first.position) < 0.04 && opening > EMPTY
    return {
      grasp: hamacher(caging(graspOf(now, size)), place),
      held: Number(held),
      place: held ? hamacher(place, aboveFloor(tcp[2], floor, 0.02)) : 0,
      done: 0,
    }
  },
  scales: { grasp: 1, held: 1, place: 5, done: 3 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.07,

  expert: ({ tcp, opening, first, goal, start }) => {
    const [x, y, z] = first.position
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: PUCK.radius, hover: 0.12 })
    if (pick) return pick
    const inHole = z < goal[2] - 0.05 && Math.abs(y - start.first[1]) < 0.05
    if (inHole) return { to: [start.first[0], start.first[1], goal[2] + tcp[2] - z], gain: 10, grip: CLOSE }
    return { to: plus(goal, [tcp[0] - x, tcp[1] - y, tcp[2] - z]), gain: 10, grip: CLOSE }
  },
})
