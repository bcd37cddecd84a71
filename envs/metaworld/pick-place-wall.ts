// Carry a puck over a wall to a place in the air. Meta-World `pick-place-wall`, reward v2.

import { PUCK, puck } from '../../sim/props/puck.ts'
import { wall } from '../../sim/props/wall.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { cagingSparse, hamacher, tolerance } from './terms.ts'

/** Within which the reward is 10; success is counted a little farther out. */
const RADIUS = 0.05
const Z = PUCK.halfHeight
const GOALS = { low: [-0.05, 0.85, 0.05], high: [0.05, 0.9, 0.3] } as const
const WALL = { position: [0.1, 0.75, 0], half: [0.12, 0.01, 0.06] } as const
/** The way leads over this place above the wall; errors of height weigh more there. */
const CREST = { y: 0.77, z: 0.25 }
const UPRIGHT: Vec3 = [1, 1, 3]
/** Where the expert crosses: palm and puck clear the wall. */
const CROSSING = 0.2

export const pickPlaceWall = defineTask({
  id: 'pick-place-wall',
  hand: [0, 0.6, 0.2],
  goals: GOALS,
  observe: { first: 'puck' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.05, 0.6, Z], high: [0.05, 0.65, Z] },
      to: GOALS,
      gap: 0.15,
    })
    return { props: [puck({ position: from }), wall(WALL)], goal }
  },

  terms: (now) => {
    const { tcp, first, goal, start } = now
    const object = first.position
    const left = distance(object, goal)
    if (left < RADIUS) return { grasp: 1, held: 1, crest: 1, place: 1, done: 1 }
    const crest: Vec3 = [goal[0], CREST.y, CREST.z]
    const margin = scaledDistance(start.first, crest, UPRIGHT)
    const toCrest = tolerance(scaledDistance(object, crest, UPRIGHT), { most: RADIUS, margin })
    const caged = cagingSparse(graspOf(now, { objectRadius: 0.015, padReach: 0.05, xzReach: 0.005 }))
    const grasp = hamacher(caged, toCrest)
    const held = distance(tcp, object) < 0.02 && object[2] > start.first[2] + 0.015
    if (!held) return { grasp, held: 0, crest: 0, place: 0, done: 0 }
    if (object[1] <= WALL.position[1]) return { grasp, held: 1, crest: toCrest, place: 0, done: 0 }
    const place = tolerance(left, { most: RADIUS, margin: distance(start.first, goal) })
    return { grasp, held: 1, crest: 1, place, done: 0 }
  },
  scales: { grasp: 1, held: 1, crest: 4, place: 3, done: 1 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.07,

  expert: ({ tcp, opening, first, goal }) => {
    const [x, y, z] = first.position
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: PUCK.radius })
    if (pick) return pick
    const carried = (to: Vec3) => plus(to, [tcp[0] - x, tcp[1] - y, tcp[2] - z])
    const height = Math.max(CROSSING, goal[2])
    if (y < 0.7 && z < CROSSING - 0.03) return { to: carried([x, y, height]), gain: 10, grip: CLOSE }
    const beyond = y > WALL.position[1] + 0.08
    return { to: carried([goal[0], goal[1], beyond ? goal[2] : height]), gain: 10, grip: CLOSE }
  },
})
