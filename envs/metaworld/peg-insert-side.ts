// Put a peg sideways into a hole. Meta-World `peg-insert-side`, reward v2.

import { MOUTH, PEG, peg, pegBlock } from '../../sim/props/peg.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { pointOn, type Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { caging, hamacher, tolerance } from './terms.ts'

const RADIUS = 0.07
/** Errors across the hole weigh more. */
const ACROSS: Vec3 = [1, 2, 2]
/** The goal lies in the hole, this far from the middle of the block's foot. */
const GOAL: Vec3 = [0.03, 0, MOUTH[2]]
/** From the place where the peg is held to its head. */
const HEAD = plus(PEG.head, [-PEG.grasp[0], -PEG.grasp[1], -PEG.grasp[2]])
/** How far before the goal the head waits until it is in line. */
const READY = 0.14
const YZ: Vec3 = [0, 1, 1]
const Z = PEG.half[2]

export const pegInsertSide = defineTask({
  id: 'peg-insert-side',
  hand: [0, 0.6, 0.2],
  goals: { low: [-0.32, 0.4, 0.129], high: [-0.22, 0.7, 0.131] },
  observe: { first: 'peg-grasp' },

  place: (random) => {
    const { from, goal: foot } = drawApart(random, {
      from: { low: [0, 0.5, Z], high: [0.2, 0.7, Z] },
      to: { low: [-0.35, 0.4, 0], high: [-0.25, 0.7, 0] },
      gap: 0.1,
    })
    return { props: [peg({ position: from }), pegBlock({ position: foot })], goal: plus(foot, GOAL) }
  },

  terms: (now) => {
    const { tcp, first, goal, start } = now
    const head = pointOn(first, HEAD)
    const left = scaledDistance(head, goal, ACROSS)
    if (left <= RADIUS) return { grasp: 1, held: 1, place: 1, done: 1 }
    const margin = scaledDistance(plus(start.first, HEAD), goal, ACROSS)
    const place = hamacher(tolerance(left, { most: RADIUS, margin }), besideEdges(head, goal))
    const held = distance(tcp, first.position) < 0.08 && first.position[2] > start.first[2] + 0.01
    const caged = held ? 1 : caging(graspOf(now, { objectRadius: 0.0075, padReach: 0.03, xzReach: 0.005 }))
    return { grasp: hamacher(caged, place), held: Number(held), place: held ? place : 0, done: 0 }
  },
  scales: { grasp: 1, held: 1, place: 5, done: 3 },

  success: ({ first, goal }) => scaledDistance(pointOn(first, HEAD), goal, ACROSS) <= RADIUS,

  expert: (now) => {
    const { tcp, opening, first, goal } = now
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: PEG.half[1] })
    return pick ?? { to: nextPlace(now, pointOn(first, HEAD)), gain: 10, grip: CLOSE }

    /** Up, in line with the hole, in. */
    function nextPlace({ tcp }: Situation, head: Vec3): Vec3 {
      const drift: Vec3 = [tcp[0] - head[0], tcp[1] - head[1], tcp[2] - head[2]]
      const inLine = scaledDistance(head, goal, YZ) < 0.008
      if (inLine || head[0] < goal[0] + 0.06) return plus(goal, drift)
      const high = Math.abs(head[2] - goal[2]) < 0.03
      return plus(
        [high ? goal[0] + READY : Math.max(head[0], goal[0] + READY), high ? goal[1] : head[1], goal[2]],
        drift,
      )
    }
  },
})

/**
 * 1 except in two boxes before the block's face, below and above the hole, where it falls towards the edges of the hole's
 * mouth. Upstream's also falls from one side of the block to the other; here only the way out and the height count.
 */
function besideEdges([x, y, z]: Vec3, goal: Vec3): number {
  const [out, across, height] = [x - (goal[0] - GOAL[0]), Math.abs(y - goal[1]), z]
  if (across > 0.1) return 1
  const below = inside(out, [0.11, 0.15]) * inside(height, [0.01, 0.096])
  const above = inside(out, [0.11, 0.17]) * inside(height, [0.16, 0.19])
  return hamacher(below > 0 ? below : 1, above > 0 ? above : 1)
}

/** How far along a range, 0 to 1; 0 outside it. */
function inside(value: number, [low, high]: readonly [number, number]): number {
  return value < low || value > high ? 0 : (value - low) / (high - low)
}
