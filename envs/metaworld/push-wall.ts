// Push a puck around a wall to a goal. Meta-World `push-wall`, reward v2.

import { PUCK, puck } from '../../sim/props/puck.ts'
import { wall } from '../../sim/props/wall.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, scaledDistance } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { caging, tolerance } from './terms.ts'

/** Within which the reward is 10; success is counted a little farther out. */
const RADIUS = 0.05
const Z = PUCK.halfHeight
const WALL = { position: [0.1, 0.75, 0], half: [0.12, 0.01, 0.06] } as const
/** The way leads past this place beside the wall; errors of x weigh more there. */
const CORNER = { x: -0.05, y: 0.77 }
const SIDEWAYS: Vec3 = [3, 1, 1]
/** Where the expert passes the wall: puck and hand clear its end. */
const PASS = -0.08

export const pushWall = defineTask({
  id: 'push-wall',
  hand: [0, 0.6, 0.2],
  goals: { low: [-0.05, 0.85, 0.01], high: [0.05, 0.9, 0.02] },
  observe: { first: 'puck' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.05, 0.6, Z], high: [0.05, 0.65, Z] },
      to: { low: [-0.05, 0.85, Z], high: [0.05, 0.9, Z] },
      gap: 0.15,
    })
    return { props: [puck({ position: from }), wall(WALL)], goal }
  },

  terms: (now) => {
    const { tcp, first, goal, start } = now
    const object = first.position
    const left = distance(object, goal)
    if (left < RADIUS) return { grasp: 1, near: 1, corner: 1, place: 1 }
    const grasp = caging(graspOf(now, { objectRadius: 0.015, padReach: 0.05, xzReach: 0.005 }))
    if (distance(tcp, object) >= 0.02) return { grasp, near: 0, corner: 0, place: 0 }
    const corner: Vec3 = [CORNER.x, CORNER.y, object[2]]
    const margin = scaledDistance(start.first, corner, SIDEWAYS)
    const toCorner = tolerance(scaledDistance(object, corner, SIDEWAYS), { most: RADIUS, margin })
    if (object[1] <= WALL.position[1]) return { grasp, near: 1, corner: toCorner, place: 0 }
    const place = tolerance(left, { most: RADIUS, margin: distance(start.first, goal) })
    return { grasp, near: 1, corner: 1, place }
  },
  scales: { grasp: 2, near: 1, corner: 4, place: 3 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.07,

  expert: ({ tcp, opening, first, goal }) => {
    const [x, y] = first.position
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: PUCK.radius })
    if (pick) return pick
    const [toX, toY] = nextPlace(x, y, goal)
    return { to: [tcp[0] + toX - x, tcp[1] + toY - y, Z + 0.005], gain: 10, grip: CLOSE }
  },
})

/** Aside, past the wall, to the goal. */
function nextPlace(x: number, y: number, goal: Vec3): readonly [number, number] {
  if (y > CORNER.y + 0.045) return [goal[0], goal[1]]
  return x > PASS + 0.015 ? [PASS, Math.min(y, 0.66)] : [PASS, goal[1]]
}
