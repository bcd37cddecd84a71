// Put one block on another and let go. After the stacking task of robosuite (Zhu et al. 2020), with rewards built as
// Meta-World's are.

import { BLOCK, block } from '../../sim/props/block.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { drawApart } from '../metaworld/draw.ts'
import { CLOSE, OPEN, pickUp } from '../metaworld/expert.ts'
import { graspOf } from '../metaworld/grasp.ts'
import type { Situation } from '../metaworld/situation.ts'
import { defineTask } from '../metaworld/task.ts'
import { caging, hamacher, tolerance } from '../metaworld/terms.ts'

const Z = BLOCK.half
const AREA = { low: [-0.1, 0.6, Z], high: [0.1, 0.75, Z] } as const
const ON_TOP: Vec3 = [0, 0, 2 * BLOCK.half]
const TEAL = '#2f9c8f'
/** How far from right above the lower block the upper one may rest: its middle is over the lower one. */
const SLACK = 0.015
/** A hand that has let go is open, or this far away. */
const AWAY = 0.03
const LET_GO = 0.75
/** The fingers close this far above the block's middle, so that they stay clear of the lower one. */
const HIGH = 0.008
/** How far above its place a carried block travels. */
const OVER = 0.05
const XY: Vec3 = [1, 1, 0]

export const stack = defineTask({
  id: 'stack',
  hand: [0, 0.6, 0.2],
  goals: { low: plus(AREA.low, ON_TOP), high: plus(AREA.high, ON_TOP) },
  observe: { first: 'block', second: 'lower-block' },

  place: (random) => {
    const { from, goal } = drawApart(random, { from: AREA, to: AREA, gap: 0.1 })
    const lower = block({ position: goal, name: 'lower-block', colour: TEAL })
    return { props: [block({ position: from }), lower], goal: plus(goal, ON_TOP) }
  },

  terms: (now) => {
    const { tcp, first, second, start } = now
    const place = plus(second.position, ON_TOP)
    const caged = caging(graspOf(now, { objectRadius: 0.02, padReach: 0.05, xzReach: 0.01 }))
    if (rests(now)) return { grasp: 1, held: 1, place: 1, done: Number(free(now)) }
    const near = tolerance(distance(first.position, place), { most: 0.005, margin: distance(start.first, place) })
    const held = distance(tcp, first.position) < 0.025 && first.position[2] > start.first[2] + 0.01
    return { grasp: hamacher(caged, near), held: Number(held), place: held ? near : 0, done: 0 }
  },
  scales: { grasp: 1, held: 1, place: 5, done: 3 },

  success: (now) => rests(now) && free(now),

  expert: (now) => {
    const { tcp, opening, first, second } = now
    const [x, y, z] = first.position
    if (rests(now)) return { to: [tcp[0], tcp[1], z + 0.1], gain: free(now) ? 10 : 0, grip: OPEN }
    const pick = pickUp(tcp, opening, { at: [x, y, z + HIGH], halfWidth: BLOCK.half })
    if (pick) return pick
    const place = plus(second.position, ON_TOP)
    const carry = (to: Vec3): Vec3 => plus(to, [tcp[0] - x, tcp[1] - y, tcp[2] - z])
    const above = scaledDistance(first.position, place, XY) < SLACK / 3
    if (!above && z < place[2] + OVER / 2) return { to: carry([x, y, place[2] + OVER]), gain: 10, grip: CLOSE }
    return { to: carry(plus(place, [0, 0, above ? 0 : OVER])), gain: 10, grip: CLOSE }
  },
})

/** Whether the block stands on the other one. */
function rests({ first, second }: Situation): boolean {
  const [x, y, z] = first.position
  const place = plus(second.position, ON_TOP)
  return Math.max(Math.abs(x - place[0]), Math.abs(y - place[1])) < SLACK && Math.abs(z - place[2]) < 0.004
}

function free({ tcp, opening, first }: Situation): boolean {
  return opening > LET_GO || distance(tcp, first.position) > AWAY
}
