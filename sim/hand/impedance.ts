// How a turning hand's base moves on one axis, and how low it may go. Pure functions.

import type { Quat } from '../scene.ts'
import { FINGER, FINGER_DROP, IMPEDANCE, OPENING, TIP_CLEARANCE } from './constants.ts'

/**
 * Velocity after a step of a critically damped spring of unit mass whose goal lies `ahead`, set anew at every step as
 * robosuite's controller sets it at every action: the hand goes at a steady speed and coasts to a stop.
 * @param ahead metres or radians
 */
export function approach(velocity: number, ahead: number, timestep: number): number {
  return (velocity + IMPEDANCE.stiffness * ahead * timestep) / (1 + IMPEDANCE.damping * timestep)
}

/** Height of the hand's origin at which the lowest corner of open fingers is just above the table. */
export function lowestBase([x, y, z, w]: Quat): number {
  // The last row of the rotation matrix: how much each axis of the hand points up.
  const up = [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)] as const
  return (
    Math.abs(up[0]) * FINGER.half[0] +
    Math.abs(up[1]) * (OPENING.open + FINGER.half[1]) +
    Math.abs(up[2]) * (FINGER_DROP + FINGER.half[2]) +
    TIP_CLEARANCE
  )
}
