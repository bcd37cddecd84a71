// Pull a door open by the bar in front of it. Meta-World `door-open`, reward v2.

import { arcTangent } from '../../sim/elementary.ts'
import { TCP_DROP } from '../../sim/hand/constants.ts'
import { door } from '../../sim/props/door.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { alongArm, around } from './around.ts'
import { drawIn } from './draw.ts'
import { CLOSE } from './expert.ts'
import type { Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { aboveFloor, funnelFloor, hamacher, tolerance } from './terms.ts'

const RADIUS = 0.08
/** Goal and hinge, from the safe's middle. */
const GOAL = [-0.3, -0.45, 0] as const
const HINGE_FROM_GOAL = [0.115, 0.35, 0] as const
const SAFE = { low: [0, 0.85, 0.15], high: [0.1, 0.95, 0.15] } as const
const DEGREE = Math.PI / 180
/** Behind the bar, as seen from the hinge: its distance, and the tangent of its angle from the handle. */
const HOOK = { radius: 0.373, ahead: 0.11 }
const LOW = 0.16
const HIGH = 0.24

export const doorOpen = defineTask({
  id: 'door-open',
  hand: [0, 0.6, 0.2],
  goals: { low: plus(SAFE.low, GOAL), high: plus(SAFE.high, GOAL) },
  observe: { first: 'door-handle' },

  place: (random) => {
    const position = drawIn(random, SAFE)
    return { props: [door({ position, starts: 'closed' })], goal: plus(position, GOAL) }
  },

  terms: (now) => {
    if (opened(now)) return { ready: 1, open: 1 }
    const angle = openAngle(now)
    const wide = tolerance(120 * DEGREE - angle, { most: 0.5, margin: 60 * DEGREE })
    return { ready: hamacher(ready(now), (now.grip + 1) / 2), open: 0.2 * Number(angle > 2 * DEGREE) + 0.8 * wide }
  },
  scales: { ready: 2, open: 8 },

  success: (now) => opened(now),

  expert: ({ tcp, first, goal }) => {
    const axis = plus(goal, HINGE_FROM_GOAL)
    const place = (ahead: number, height: number) =>
      around({ axis, arm: first.position, radius: HOOK.radius, height, ahead })
    const hook = place(HOOK.ahead, HIGH)
    const { out, left } = alongArm({ axis, arm: hook }, tcp)
    const behind = Math.abs(out - HOOK.radius) < 0.06 && left > -0.03 && left < 0.02
    if (!behind) return { to: hook, gain: 10, grip: CLOSE }
    if (tcp[2] > LOW + 0.01) return { to: place(HOOK.ahead, LOW), gain: 10, grip: CLOSE }
    return { to: place(HOOK.ahead - 0.35, LOW), gain: 10, grip: CLOSE }
  },
})

function opened({ first, goal }: Situation): boolean {
  return Math.abs(first.position[0] - goal[0]) <= RADIUS
}

/** How far the door is open, radians. */
function openAngle({ first, goal, start }: Situation): number {
  const axis = plus(goal, HINGE_FROM_GOAL)
  const { out, left } = alongArm({ axis, arm: start.first }, first.position)
  return arcTangent(-left, out)
}

/** The hand's origin behind the handle, and not below a funnel's floor on the way there. */
function ready({ tcp, first }: Situation): number {
  const hand: Vec3 = [tcp[0], tcp[1], tcp[2] + TCP_DROP]
  const aside = scaledDistance(hand, plus(first.position, [-0.05, 0, 0]), [1, 1, 0])
  const floor = funnelFloor(aside, { throat: 0.12, slope: 0.04, height: 0.4 })
  const away = distance(hand, plus(first.position, [0, 0.03, -0.01]))
  return hamacher(aboveFloor(hand[2], floor, floor / 2), tolerance(away, { most: 0.06, margin: 0.5 }))
}
