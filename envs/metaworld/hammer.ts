// Drive a nail into a block with a hammer. Meta-World `hammer`, reward v2.

import { HAMMER, HAMMER_FACE, hammer as hammerProp } from '../../sim/props/hammer.ts'
import { NAIL, nail } from '../../sim/props/nail.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, IDENTITY, plus, scaledDistance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { handleGrasp } from './grasp.ts'
import { pointOn, type Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { caging, tolerance, uprightness } from './terms.ts'

const BLOCK: Vec3 = [0.24, 0.85, 0]
/** Where the nail's head comes to rest against the block. */
const GOAL = plus(BLOCK, [NAIL[0], NAIL[1] + 0.1, NAIL[2]])
/** How far the nail has to go in. */
const TRAVEL = 0.09
/** Half the length of handle along which a hand counts as being at its middle. */
const ALONG = 0.07
/** Where the expert holds the handle: near the head, which is heavy. */
const HOLD: Vec3 = [0.065, 0, 0]
/** How far before the nail the face waits until it is in line. */
const READY = 0.05
const XZ: Vec3 = [1, 0, 1]

export const hammer = defineTask({
  id: 'hammer',
  hand: [0, 0.4, 0.2],
  goals: { low: plus(GOAL, [-0.0001, -0.0001, -0.001]), high: plus(GOAL, [0.0001, 0.0001, 0.001]) },
  observe: { first: 'hammer', second: 'nail' },

  place: (random) => {
    const position = drawIn(random, { low: [-0.1, 0.4, HAMMER.rest], high: [0.1, 0.5, HAMMER.rest] })
    return { props: [hammerProp({ position }), nail({ position: BLOCK })], goal: GOAL }
  },

  // A nail that is in counts fully only while the hammer is held, as upstream.
  terms: (now) => {
    const upright = uprightness(now.first.rotation, IDENTITY, 0.4)
    const grasp = upright * caging(handleGrasp(now, ALONG))
    const place = upright * struck(now)
    if (driven(now) && 2 * grasp + 6 * place > 5) return { grasp: 1, place: 1, done: 1 }
    return { grasp, place, done: 0 }
  },
  scales: { grasp: 2, place: 6, done: 2 },

  success: driven,

  expert: (now) => {
    const { tcp, opening, first, second } = now
    const pick = pickUp(tcp, opening, { at: pointOn(first, HOLD), halfWidth: HAMMER.halfWidth })
    if (pick) return pick
    const face = pointOn(first, HAMMER_FACE)
    const [x, y, z] = second.position
    const drift: Vec3 = [tcp[0] - face[0], tcp[1] - face[1], tcp[2] - face[2]]
    if (driven(now)) return { to: plus([x, y - 2 * READY, z], drift), gain: 10, grip: CLOSE }
    const inLine = scaledDistance(face, second.position, XZ) < 0.012
    if (inLine) return { to: plus([x, y + 0.1, z], drift), gain: 10, grip: CLOSE }
    return { to: plus([x, Math.min(face[1], y - READY), z], drift), gain: 10, grip: CLOSE }
  },
})

function driven({ second, start }: Situation): boolean {
  return second.position[1] - start.second[1] > TRAVEL
}

/** The face lifted, and near where the nail's head comes to rest. */
function struck({ first, goal }: Situation): number {
  const face = pointOn(first, HAMMER_FACE)
  return 0.1 * Number(face[2] > HAMMER.rest + 0.01) + 0.9 * tolerance(distance(face, goal), { most: 0.02, margin: 0.2 })
}
