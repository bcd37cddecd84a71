// Turn the handle of a faucet towards +x. Meta-World `faucet-open`, reward v2.

import { faucet } from '../../sim/props/faucet.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus } from '../../sim/vector.ts'
import { alongArm, around } from './around.ts'
import { drawIn } from './draw.ts'
import { CLOSE, type Move } from './expert.ts'
import type { Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { gaussianTolerance, tolerance } from './terms.ts'

/** The goal, from the faucet's foot: a quarter turn from where the handle starts. */
const GOAL = [0.175, 0, 0.125] as const
const RADIUS = 0.07
const FAUCET = { low: [-0.05, 0.8, 0], high: [0.05, 0.85, 0] } as const

export const faucetOpen = defineTask({
  id: 'faucet-open',
  hand: [0, 0.4, 0.2],
  goals: { low: plus(FAUCET.low, GOAL), high: plus(FAUCET.high, GOAL) },
  observe: { first: 'open-side' },

  place: (random) => {
    const position = drawIn(random, FAUCET)
    return { props: [faucet({ position })], goal: plus(position, GOAL) }
  },

  // Upstream measures from a point 4 cm beside the handle here, and from the handle in faucet-close; here both do the latter.
  terms: ({ tcp, first, goal, start }) => {
    const left = distance(first.position, goal)
    if (left <= RADIUS) return { reach: 1, turn: 1 }
    const reach = gaussianTolerance(distance(first.position, tcp), {
      most: 0.01,
      margin: Math.abs(distance(start.first, start.tcp) - 0.01),
    })
    return { reach, turn: tolerance(left, { most: RADIUS, margin: Math.abs(distance(start.first, goal) - RADIUS) }) }
  },
  scales: { reach: 4, turn: 6 },

  success: ({ first, goal }) => distance(first.position, goal) <= RADIUS,

  expert: (now) => turnFaucet(now, 1),
})

/** Goes beside the handle and pushes it round. @param turn 1 counter-clockwise as seen from above, -1 clockwise */
export function turnFaucet({ tcp, first, goal }: Situation, turn: 1 | -1): Move {
  const axis: Vec3 = [goal[0] - turn * GOAL[0], goal[1], goal[2]]
  const arm = first.position
  const { out, left } = alongArm({ axis, arm }, tcp)
  const place = (ahead: number) => around({ axis, arm, radius: 0.14, height: arm[2] + 0.02, ahead: turn * ahead })
  const beside = out > 0.08 && out < 0.175 && -turn * left > 0.01 && -turn * left < 0.08
  return { to: place(beside ? 0.6 : -0.4), gain: beside ? 25 : 10, grip: CLOSE }
}
