// Carry a block from one bin into another. Meta-World `bin-picking`, reward v2.

import { BIN_BOTTOM, bin } from '../../sim/props/bin.ts'
import { BLOCK, block } from '../../sim/props/block.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, scaledDistance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE, OPEN, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { aboveFloor, caging, funnelFloor, hamacher, tolerance } from './terms.ts'

const RADIUS = 0.05
const Z = BIN_BOTTOM + BLOCK.half
const FROM: Vec3 = [-0.12, 0.7, 0]
const GOAL: Vec3 = [0.12, 0.7, 0]
const BINS = [
  bin({ name: 'start-bin', position: FROM, colour: '#b8483f' }),
  bin({ name: 'goal-bin', position: GOAL, colour: '#3f6fb8' }),
]
/** Two floors over the bins' edges, as funnels around the block's start and the goal. */
const FUNNEL = { throat: 0.03, slope: 0.02, height: 0.2 }
/** Fingers closer than this, as a share of open, have pinched air. */
const EMPTY = 0.5
/** Height at which the block crosses the walls of the bins. */
const CROSSING = 0.13
const XY: Vec3 = [1, 1, 0]

export const binPicking = defineTask({
  id: 'bin-picking',
  hand: [0, 0.6, 0.2],
  goals: { low: [0.1199, 0.699, -0.001], high: [0.1201, 0.701, 0.001] },
  observe: { first: 'block' },

  place: (random) => {
    const position = drawIn(random, { low: [-0.21, 0.65, Z], high: [-0.03, 0.75, Z] })
    return { props: [...BINS, block({ position })], goal: GOAL }
  },

  terms: (now) => {
    const { tcp, opening, first, goal, start } = now
    const left = distance(first.position, goal)
    if (left < RADIUS) return { grasp: 1, held: 1, place: 1, done: 1 }
    const place = tolerance(left, { most: RADIUS, margin: distance(start.first, goal) })
    const size = { objectRadius: 0.015, padReach: 0.05, xzReach: 0.01, effort: 0.7 }
    const around = Math.min(scaledDistance(tcp, start.first, XY), scaledDistance(tcp, goal, XY))
    const lifted = first.position[2] > start.first[2] + 0.02
    const held = lifted && distance(tcp, first.position) < 0.04 && opening > EMPTY
    return {
      grasp: hamacher(caging(graspOf(now, size)), place),
      held: Number(held),
      place: held ? hamacher(aboveFloor(tcp[2], funnelFloor(around, FUNNEL), 0.05), place) : 0,
      done: 0,
    }
  },
  scales: { grasp: 1, held: 1, place: 5, done: 3 },

  success: ({ first, goal }) => distance(first.position, goal) <= RADIUS,

  expert: ({ tcp, opening, first, goal }) => {
    const [x, y, z] = first.position
    const arrived = scaledDistance(first.position, goal, XY) < 0.03
    if (arrived && z < Z + 0.01) return { to: [goal[0], goal[1], 0.2], gain: 10, grip: OPEN }
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: BLOCK.half, hover: 0.12 })
    if (pick) return pick
    const lift = tcp[2] - z
    if (arrived) return { to: [goal[0], goal[1], Z + lift], gain: 10, grip: CLOSE }
    if (z < CROSSING - 0.03) return { to: [x, y, CROSSING + lift], gain: 10, grip: CLOSE }
    return { to: [goal[0], goal[1], CROSSING + lift], gain: 10, grip: CLOSE }
  },
})
