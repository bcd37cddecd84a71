// Bring a can from one bin into its compartment of another. robosuite `PickPlaceCan`, shaped reward.

import { CAN, can as canProp } from '../../sim/props/can.ts'
import { SORTING_BIN, sortingBin } from '../../sim/props/sorting-bin.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { plus, scaledDistance } from '../../sim/vector.ts'
import { CLOSE, OPEN, pickUp } from './expert.ts'
import { HAND_TURN } from './scene.ts'
import type { Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { away, STAGE_SCALES, stages } from './terms.ts'
import { anyYaw } from './turns.ts'

const FROM: Vec3 = [0.2, 0.6, 0]
const TO: Vec3 = [-0.33, 0.6, 0]
/** Cans start this far from the walls. */
const MARGIN = 0.05
const [HALF_X, HALF_Y] = SORTING_BIN.half
/** The can's compartment: the far left quarter. */
const COMPARTMENT = { x: [TO[0] - HALF_X, TO[0]], y: [TO[1], TO[1] + HALF_Y] } as const
const PLACE: Vec3 = [TO[0] - HALF_X / 2, TO[1] + HALF_Y / 2, SORTING_BIN.floor + CAN.halfHeight]
/** Heights above the bin's floor: below the first the can is in, at the second it is lifted. */
const IN = 0.1
const LIFTED = 0.25
/** How far above its middle a can is held: the fingers stay above the bin's walls. */
const HIGH: Vec3 = [0, 0, 0.027]
/** Height at which the can crosses the walls. */
const CROSSING = 0.15
const XY: Vec3 = [1, 1, 0]

export const can = defineTask({
  id: 'can',
  observe: { object: 'can', fromHand: 'pose' },
  goal: PLACE,

  place: (random) => {
    const x = FROM[0] + random.uniform(MARGIN - HALF_X, HALF_X - MARGIN)
    const y = FROM[1] + random.uniform(MARGIN - HALF_Y, HALF_Y - MARGIN)
    return [
      canProp({ position: [x, y, SORTING_BIN.floor + CAN.halfHeight], rotation: anyYaw(random) }),
      sortingBin({ name: 'bin', position: FROM, colour: '#6f8aa8', divided: false }),
      sortingBin({ name: 'sorting-bin', position: TO, colour: '#8f9a6b', divided: true }),
    ]
  },

  terms: (now) =>
    stages(now, {
      grasped: now.object.position,
      height: SORTING_BIN.floor + LIFTED,
      over: PLACE,
      above: overCompartment(now),
      success: placed(now),
    }),
  scales: STAGE_SCALES,

  success: placed,

  expert: (now) => {
    const { hand, object } = now
    const [x, y, z] = object.position
    const [atX, atY, atZ] = hand.tcp
    const facing = HAND_TURN
    if (overCompartment(now) && z < PLACE[2] + 0.012) {
      return { to: [atX, atY, hand.opening > 0.85 ? 0.3 : atZ], facing, grip: OPEN }
    }
    const pick = pickUp(hand, { at: plus(object.position, HIGH), facing, halfWidth: CAN.radius })
    if (pick) return pick
    const carry = (to: Vec3) => ({ to: plus(to, [atX - x, atY - y, atZ - z]), facing, grip: CLOSE })
    if (scaledDistance(object.position, PLACE, XY) < 0.01) return carry(plus(PLACE, [0, 0, 0.004]))
    if (z < CROSSING - 0.03) return carry([x, y, CROSSING])
    return carry([PLACE[0], PLACE[1], CROSSING])
  },
})

function overCompartment({ object: { position } }: Situation): boolean {
  const { x, y } = COMPARTMENT
  return position[0] > x[0] && position[0] < x[1] && position[1] > y[0] && position[1] < y[1]
}

function placed(now: Situation): boolean {
  const { position } = now.object
  const height = position[2] - SORTING_BIN.floor
  return overCompartment(now) && height > 0 && height < IN && away(now, position)
}
