// What the two tasks that move a mug over the table have in common.

import { MUG } from '../../sim/props/mug.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, scaledDistance } from '../../sim/vector.ts'
import { CLOSE, type Move, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import type { Situation } from './situation.ts'
import { cagingWithReach, hamacher, tolerance } from './terms.ts'

/** Within which the reward is 10, with errors in the plane doubled. */
const RADIUS = 0.05
const SCALE: Vec3 = [2, 2, 1]
const REACH = 0.04
/** Height at which the fingers close. */
const GRASP = 0.03
/** How far above the table the mug is carried. */
const CLEAR = 0.006

export function mugTerms(now: Situation): Record<'grasp' | 'near' | 'place' | 'done', number> {
  const { tcp, first, goal, start } = now
  const left = scaledDistance(first.position, goal, SCALE)
  if (left < RADIUS) return { grasp: 1, near: 1, place: 1, done: 1 }
  const place = tolerance(left, { most: RADIUS, margin: scaledDistance(start.first, goal, SCALE) })
  const size = { objectRadius: 0.02, padReach: 0.05, xzReach: 0.05, effort: 0.7 }
  const caged = cagingWithReach(graspOf(now, size), REACH)
  const near = distance(tcp, first.position) < REACH
  return { grasp: hamacher(caged, place), near: Number(near), place: near ? place : 0, done: 0 }
}

export function expertWithMug({ tcp, opening, first, goal }: Situation): Move {
  const [x, y, z] = first.position
  const pick = pickUp(tcp, opening, { at: [x, y, z + GRASP], halfWidth: MUG.radius })
  return pick ?? { to: [tcp[0] + goal[0] - x, tcp[1] + goal[1] - y, tcp[2] + CLEAR - z], gain: 10, grip: CLOSE }
}
