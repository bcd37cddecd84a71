// Put the lid on a box. Meta-World `box-close`, reward v2.

import { TCP_DROP } from '../../sim/hand/constants.ts'
import { LID_BAR, LID_REST, lid, openBox } from '../../sim/props/lidded-box.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, QUARTER_TURN_Z, scaledDistance } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, OPEN, pickUp } from './expert.ts'
import type { Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { aboveFloor, funnelFloor, hamacher, tolerance, uprightness } from './terms.ts'

const RADIUS = 0.08
const GOAL_Z = 0.133
/** The floor around the bar, so that the hand comes from above. */
const FUNNEL = { throat: 0.02, slope: 0.04, height: 0.4 }
/** Errors of height weigh more. */
const UPRIGHT: Vec3 = [1, 1, 3]
const XY: Vec3 = [1, 1, 0]
/** Height of the lid's site at which it clears the box. */
const CROSSING = 0.2

export const boxClose = defineTask({
  id: 'box-close',
  hand: [0, 0.6, 0.2],
  goals: { low: [-0.1, 0.7, GOAL_Z], high: [0.1, 0.8, GOAL_Z] },
  observe: { first: 'lid' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.05, 0.5, 0], high: [0.05, 0.55, 0] },
      to: { low: [-0.1, 0.7, GOAL_Z], high: [0.1, 0.8, GOAL_Z] },
      gap: 0.25,
    })
    return { props: [lid({ position: from }), openBox({ position: [goal[0], goal[1], 0] })], goal }
  },

  // Everything is worth less when the lid is tilted: it shall not be flipped onto the box.
  terms: (now) => {
    const upright = uprightness(now.first.rotation, QUARTER_TURN_Z, 0.2)
    if (distance(now.first.position, now.goal) < RADIUS) return { grab: upright, lift: upright }
    const effort = (now.grip + 1) / 2
    return { grab: upright * hamacher(effort, readyToLift(now)), lift: upright * lifted(now) }
  },
  scales: { grab: 2, lift: 8 },

  success: ({ first, goal }) => distance(first.position, goal) < RADIUS,

  expert: ({ tcp, opening, first, goal }) => {
    const [x, y, z] = first.position
    const bar = barOf(first.position)
    const placed = scaledDistance(first.position, goal, XY) < 0.02
    if (placed && z < GOAL_Z - 0.01) return { to: plus(bar, [0, 0, 0.1]), gain: 10, grip: OPEN }
    const pick = pickUp(tcp, opening, { at: bar, halfWidth: LID_BAR.halfWidth })
    if (pick) return pick
    const carried = (to: Vec3) => plus(to, [tcp[0] - x, tcp[1] - y, tcp[2] - z])
    if (placed) return { to: carried([goal[0], goal[1], z - 0.05]), gain: 10, grip: CLOSE }
    if (z < CROSSING - 0.03) return { to: carried([x, y, CROSSING]), gain: 10, grip: CLOSE }
    return { to: carried([goal[0], goal[1], CROSSING]), gain: 10, grip: CLOSE }
  },
})

function barOf(position: Vec3): Vec3 {
  return plus(position, [0, 0, LID_BAR.above])
}

/** Around the bar, and on the way there above the funnel. */
function readyToLift({ tcp, first }: Situation): number {
  const bar = barOf(first.position)
  const floor = funnelFloor(scaledDistance(tcp, bar, XY), FUNNEL)
  const near = tolerance(distance(tcp, bar), { most: 0.02, margin: 0.5 })
  return hamacher(aboveFloor(tcp[2] + TCP_DROP, floor, floor / 2), near)
}

function lifted({ first, goal }: Situation): number {
  const bar = barOf(first.position)
  const place = tolerance(scaledDistance(bar, goal, UPRIGHT), { most: 0.05, margin: 0.25 })
  return 0.2 * Number(first.position[2] > LID_REST + 0.01) + 0.8 * place
}
