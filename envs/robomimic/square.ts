// Put a square nut over a square peg. robosuite `NutAssemblySquare`, shaped reward.

import { SQUARE_NUT, SQUARE_NUT_HANDLE, SQUARE_PEG, squareNut, squarePeg } from '../../sim/props/square-nut.ts'
import type { Quat, Vec3 } from '../../sim/scene.ts'
import { IDENTITY, inverse, multiply, plus, scaledDistance, transformed } from '../../sim/vector.ts'
import { CLOSE, type Move, OPEN, pickUp } from './expert.ts'
import { HAND_TURN } from './scene.ts'
import type { ObjectPose, Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { away, STAGE_SCALES, stages } from './terms.ts'
import { anyYaw, between, nearestTurn, yawPart } from './turns.ts'

const PEG: Vec3 = [-0.1, 0.83, 0]
const START = { x: [-0.225, -0.11], y: [0.485, 0.49] } as const
/** The nut is on the peg within these limits in x and y, and below this height. */
const ON = { reach: 0.03, height: 0.05 }
const LIFTED = 0.2
/** Height at which the nut comes over the peg, and at which it is let go. */
const CROSSING = SQUARE_PEG.height + SQUARE_NUT.halfHeight + 0.025
const LET_GO = 0.04
/** How well the nut stands over the peg before it goes down: metres, and the cosine of half of 0.06 radians. */
const ALIGNED = { place: 0.003, turn: 0.99955 }
const XY: Vec3 = [1, 1, 0]

export const square = defineTask({
  id: 'square',
  observe: { object: 'nut', fromHand: 'pose' },
  goal: [PEG[0], PEG[1], SQUARE_PEG.height],

  place: (random) => {
    const [x, y] = [random.uniform(START.x[0], START.x[1]), random.uniform(START.y[0], START.y[1])]
    const nut = squareNut({ position: [x, y, SQUARE_NUT.halfHeight], rotation: anyYaw(random) })
    return [nut, squarePeg({ position: PEG })]
  },

  terms: (now) =>
    stages(now, {
      grasped: handleOf(now.object),
      height: LIFTED,
      over: PEG,
      above: onPeg(now),
      success: placed(now),
    }),
  scales: STAGE_SCALES,

  success: placed,

  expert: (now) => {
    const { hand, object } = now
    const [atX, atY, atZ] = hand.tcp
    if (onPeg(now)) {
      return { to: [atX, atY, hand.opening > 0.85 ? 0.3 : atZ], facing: hand.rotation, grip: OPEN }
    }
    const facing = nearestTurn(yawPart(object.rotation), 2, HAND_TURN)
    const pick = pickUp(hand, { at: handleOf(object), facing, halfWidth: SQUARE_NUT.handleHalfWidth })
    return pick ?? carry(now)
  },
})

function handleOf({ position, rotation }: ObjectPose): Vec3 {
  return transformed(position, rotation, SQUARE_NUT_HANDLE)
}

/** Up, over the peg while the nut is turned to fit, and down. */
function carry({ hand, object }: Situation): Move {
  const [x, y, z] = object.position
  const [atX, atY, atZ] = hand.tcp
  const level = levelled(object.rotation)
  const facing = multiply(multiply(level, inverse(object.rotation)), hand.rotation)
  const to = (place: Vec3): Move => ({
    to: plus(place, [atX - x, atY - y, atZ - z]),
    facing,
    grip: CLOSE,
  })
  const off = scaledDistance(object.position, PEG, XY)
  const fits = off < ALIGNED.place && between(object.rotation, level) > ALIGNED.turn
  const threaded = off < 2 * ALIGNED.place && z < SQUARE_PEG.height
  if (fits || threaded) return to([PEG[0], PEG[1], LET_GO - 0.01])
  if (z < CROSSING - 0.02) return { ...to([x, y, CROSSING]), facing: hand.rotation }
  return to([PEG[0], PEG[1], CROSSING])
}

/** The nearest rotation in which the nut lies flat and its hole fits over the peg. */
function levelled(rotation: Quat): Quat {
  return nearestTurn(IDENTITY, 4, yawPart(rotation))
}

/** Close to the peg's axis and low enough to be round it. */
function onPeg({ object: { position } }: Situation): boolean {
  const [x, y] = [position[0] - PEG[0], position[1] - PEG[1]]
  return Math.abs(x) < ON.reach && Math.abs(y) < ON.reach && position[2] < ON.height
}

function placed(now: Situation): boolean {
  return onPeg(now) && away(now, handleOf(now.object))
}
