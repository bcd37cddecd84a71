// Push a thermos with a stick. Meta-World `stick-push`, reward v2.

import { STICK, stick } from '../../sim/props/stick.ts'
import { thermos } from '../../sim/props/thermos.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, heldOpening, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import type { Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { caging, tolerance } from './terms.ts'

const RADIUS = 0.12
const Z = STICK.half[2]
const GOAL_Z = 0.132
const THERMOS: Vec3 = [0.2, 0.6, 0]
/** The stick is held a little before its middle. */
const HOLD: Vec3 = [0.015, 0, 0]
/** Height at which the expert pushes. */
const HIGH = 0.09
/** From the middle of the stick to that of the thermos while they touch. */
const APART = 0.11

export const stickPush = defineTask({
  id: 'stick-push',
  hand: [0, 0.6, 0.2],
  goals: { low: [0.399, 0.55, GOAL_Z - 0.0001], high: [0.401, 0.6, GOAL_Z + 0.0001] },
  observe: { first: 'stick', second: 'thermos' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.08, 0.58, Z], high: [-0.03, 0.62, Z] },
      to: { low: [0.399, 0.55, GOAL_Z], high: [0.401, 0.6, GOAL_Z] },
      gap: 0.1,
    })
    return { props: [stick({ position: from }), thermos({ position: THERMOS })], goal }
  },

  // Upstream's object radius of 40 mm is wider than the fingers around the 40 mm stick; it is 15 mm here.
  terms: (now) => {
    const hold = plus(now.first.position, HOLD)
    const size = { objectRadius: 0.015, padReach: 0.05, xzReach: 0.01 }
    if (!held(now)) return { grasp: caging(graspOf(now, size, hold)), held: 0, stick: 0, thermos: 0 }
    const left = distance(now.second.position, now.goal)
    if (left <= RADIUS) return { grasp: 1, held: 1, stick: 1, thermos: 1 }
    const near = (away: number, start: Vec3) =>
      tolerance(away, { most: RADIUS, margin: distance(start, now.goal) - RADIUS })
    return {
      grasp: 1,
      held: 1,
      stick: near(distance(hold, now.goal), now.start.first),
      thermos: near(left, now.start.second),
    }
  },
  scales: { grasp: 1, held: 1, stick: 5, thermos: 3 },

  success: (now) => held(now) && distance(now.second.position, now.goal) <= RADIUS,

  expert: ({ tcp, opening, first, second, goal }) => {
    const at = plus(first.position, [0.005, 0, 0])
    const pick = pickUp(tcp, opening, { at, halfWidth: STICK.half[1] })
    if (pick) return pick
    const [x, y, z] = first.position
    const drift: Vec3 = [tcp[0] - x, tcp[1] - y, tcp[2] - z]
    const high = z > HIGH - 0.03
    const inLine = high && Math.abs(y - second.position[1]) < 0.02
    return { to: plus([inLine ? goal[0] - APART : x, second.position[1], HIGH], drift), gain: 10, grip: CLOSE }
  },
})

/** Between the fingers and lifted. Upstream asks for contact of both pads; here the fingers' distance says so. */
function held({ tcp, opening, first, start }: Situation): boolean {
  const near = distance(tcp, plus(first.position, HOLD)) < 0.02
  return near && opening < heldOpening(STICK.half[1]) && first.position[2] > start.first[2] + 0.01
}
