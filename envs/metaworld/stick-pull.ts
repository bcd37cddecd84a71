// Pull a thermos by its handle with a stick. Meta-World `stick-pull`, reward v2.

import { STICK, stick } from '../../sim/props/stick.ts'
import { thermos } from '../../sim/props/thermos.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { pointOn, type Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { caging, hamacher, tolerance } from './terms.ts'

/** Within which the rewards of the way are full, and within which the handle has arrived. */
const RADIUS = 0.05
const ARRIVED = 0.12
const Z = STICK.half[2]
const THERMOS: Vec3 = [0.2, 0.69, 0]
/** The thermos counts as this far behind its handle. */
const BEHIND: Vec3 = [0.05, 0, 0]
const SCALE: Vec3 = [1, 1, 2]
const YZ: Vec3 = [0, 1, 1]
const END: Vec3 = [STICK.half[0], 0, 0]
/** The stick goes in this far from the middle of the gap, near the bar, so that the palm passes the flask. */
const ASIDE = 0.016
/** The stick is held behind its middle, so that its end reaches through the handle. */
const HOLD: Vec3 = [-0.013, 0, 0]

export const stickPull = defineTask({
  id: 'stick-pull',
  hand: [0, 0.6, 0.2],
  goals: { low: [0.35, 0.45, 0.0199], high: [0.45, 0.55, 0.0201] },
  observe: { first: 'stick', second: 'thermos-handle' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.1, 0.55, Z], high: [0, 0.65, Z] },
      to: { low: [0.35, 0.45, 0.02], high: [0.45, 0.55, 0.02] },
      gap: 0.1,
    })
    return { props: [stick({ position: from }), thermos({ position: THERMOS })], goal }
  },

  terms: (now) => {
    const { tcp, first, second, goal, start } = now
    const container = plus(second.position, BEHIND)
    const toHandle = tolerance(scaledDistance(first.position, container, SCALE), {
      most: RADIUS,
      margin: scaledDistance(start.first, plus(start.second, BEHIND), SCALE),
    })
    const held = distance(tcp, first.position) < 0.02 && first.position[2] > start.first[2] + 0.01
    const size = { objectRadius: 0.014, padReach: 0.05, xzReach: 0.01 }
    const grasp = hamacher(held ? 1 : caging(graspOf(now, size)), toHandle)
    if (!held) return { grasp, held: 0, insert: 0, stick: 0, thermos: 0 }
    if (!inserted(now)) return { grasp, held: 1, insert: toHandle, stick: 0, thermos: 0 }
    if (distance(second.position, goal) <= ARRIVED) return { grasp: 1, held: 1, insert: 1, stick: 1, thermos: 1 }
    const near = (away: number, whole: number) => tolerance(away, { most: RADIUS, margin: whole })
    const stick = near(distance(first.position, goal), distance(start.first, goal))
    return { grasp, held: 1, insert: 1, stick, thermos: near(distance(container, goal), distance(start.second, goal)) }
  },
  scales: { grasp: 1, held: 1, insert: 5, stick: 2, thermos: 1 },

  success: (now) => distance(now.second.position, now.goal) <= ARRIVED && inserted(now),

  expert: (now) => {
    const { tcp, opening, first, second, goal } = now
    const pick = pickUp(tcp, opening, { at: plus(first.position, HOLD), halfWidth: STICK.half[1] })
    if (pick) return pick
    const end = pointOn(first, END)
    const drift: Vec3 = [tcp[0] - end[0], tcp[1] - end[1], tcp[2] - end[2]]
    const [x, middle, z] = second.position
    const y = middle - ASIDE
    if (end[0] > x + 0.025 && inserted(now))
      return { to: plus([goal[0] + 0.06, goal[1] - 0.02, z], drift), gain: 10, grip: CLOSE }
    const inLine = scaledDistance(end, [x, y, z], YZ) < 0.006
    const to: Vec3 = [inLine ? x + 0.06 : Math.min(end[0], x - 0.08), y, z]
    return { to: plus(to, drift), gain: 10, grip: CLOSE }
  },
})

/** The stick's end is through the handle. */
function inserted({ first, second }: Situation): boolean {
  const end = pointOn(first, END)
  const [x, y, z] = second.position
  return end[0] >= x && Math.abs(end[1] - y) <= 0.04 && Math.abs(end[2] - z) <= 0.06
}
