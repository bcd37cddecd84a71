// The building blocks of robosuite's shaped rewards. Every block lies in [0, 1].

import { hyperbolicTangent } from '../../sim/elementary.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance } from '../../sim/vector.ts'
import type { Situation } from './situation.ts'

/** 1 there, falling with the distance: 0.24 at 10 cm with the rate of 10 per metre. */
export function nearness(metres: number, rate = 10): number {
  return 1 - hyperbolicTangent(rate * metres)
}

/** Whether the hand has gone away from a place, by 4.2 cm: robosuite asks for a nearness below 0.6. */
export function away({ hand }: Situation, from: Vec3): boolean {
  return nearness(distance(hand.tcp, from)) < 0.6
}

/** Height gained counts until this far below the wanted one, 15 per metre. */
const LIFT_RATE = 15

export interface Stages {
  /** Where the object is held. */
  readonly grasped: Vec3
  /** Height that the object is lifted to. */
  readonly height: number
  /** Where the object goes, in the plane. */
  readonly over: Vec3
  /** Whether the object is above there. */
  readonly above: boolean
  readonly success: boolean
}

/** What robosuite's staged rewards multiply: reach up to 0.1, grasp 0.35, lift 0.5, hover 0.7, and 1 for success. */
export const STAGE_SCALES = { reach: 0.1, grasp: 0.25, lift: 0.15, hover: 0.2, success: 1 } as const

/** The stages of picking up and bringing somewhere: a later one counts once those before it are complete. */
export function stages(now: Situation, { grasped, height, over, above, success }: Stages) {
  const { position } = now.object
  const carried = above || now.held
  const inPlane: Vec3 = [over[0], over[1], position[2]]
  return {
    reach: carried ? 1 : nearness(distance(now.hand.tcp, grasped)),
    grasp: Number(carried),
    lift: above ? 1 : carried ? nearness(Math.max(height - position[2], 0), LIFT_RATE) : 0,
    hover: carried ? nearness(distance(position, inPlane)) : 0,
    success: Number(success),
  }
}
