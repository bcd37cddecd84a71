// Forces of an episode: X-Magical's, and the ranges that its dynamics variant draws them from. Newtons and N m.

import type { RandomStream } from '../../sim/random.ts'

export interface Dynamics {
  /** Most that the robot pushes with, and turns with. */
  readonly robotForce: number
  readonly robotTorque: number
  /** Most that a finger closes with. */
  readonly fingerTorque: number
  /** What the floor holds a block with against sliding, and against turning. */
  readonly blockForce: number
  readonly blockTorque: number
}

export const USUAL_DYNAMICS: Dynamics = {
  robotForce: 5,
  robotTorque: 1,
  fingerTorque: 4,
  blockForce: 1.5,
  blockTorque: 0.1,
}

export function drawDynamics(random: RandomStream): Dynamics {
  return {
    robotForce: random.uniform(3.2, 5.5),
    robotTorque: random.uniform(0.7, 1.5),
    fingerTorque: random.uniform(2.5, 4.5),
    blockForce: random.uniform(1, 1.8),
    blockTorque: random.uniform(0.07, 0.15),
  }
}
