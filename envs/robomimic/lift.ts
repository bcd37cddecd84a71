// Lift a cube. robosuite `Lift`, shaped reward.

import { cube } from '../../sim/props/cube.ts'
import { distance } from '../../sim/vector.ts'
import { CLOSE, pickUp } from './expert.ts'
import { HAND_TURN } from './scene.ts'
import { defineTask } from './task.ts'
import { nearness } from './terms.ts'
import { anyYaw, nearestTurn, yawPart } from './turns.ts'

/** Half the cube's edges. */
const HALF = { least: 0.02, most: 0.022 }
const AREA = { x: 0.03, y: 0.03, middle: 0.6 }
/** Height of the cube's middle above the table that counts as lifted. */
const LIFTED = 0.04
/** robosuite divides by the greatest reward. */
const GREATEST = 2.25

export const lift = defineTask({
  id: 'lift',
  observe: { object: 'cube', fromHand: 'place' },

  place: (random) => {
    const edge = () => random.uniform(HALF.least, HALF.most)
    const half = [edge(), edge(), edge()] as const
    const x = random.uniform(-AREA.x, AREA.x)
    const y = AREA.middle + random.uniform(-AREA.y, AREA.y)
    return [cube({ position: [x, y, half[2]], rotation: anyYaw(random), half })]
  },

  terms: (now) => {
    const { hand, object, held } = now
    if (object.position[2] > LIFTED) return { reach: 1, grasp: 1, success: 1 }
    return { reach: nearness(distance(hand.tcp, object.position)), grasp: Number(held), success: 0 }
  },
  scales: { reach: 1 / GREATEST, grasp: 0.25 / GREATEST, success: 1 / GREATEST },

  success: ({ object }) => object.position[2] > LIFTED,

  expert: ({ hand, object }) => {
    const facing = nearestTurn(yawPart(object.rotation), 4, HAND_TURN)
    const pick = pickUp(hand, { at: object.position, facing, halfWidth: HALF.most })
    if (pick) return pick
    const [x, y] = hand.tcp
    return { to: [x, y, 0.15], facing: hand.rotation, grip: CLOSE }
  },
})
