// What the scripted experts are made of: seeing a place from the robot, driving to it, and turning to a heading.

import { arcTangent } from '../../../sim/elementary.ts'
import { clamp } from '../../../sim/vector.ts'
import { USUAL_DYNAMICS } from '../dynamics.ts'
import type { Embodiment } from '../embodiments/embodiment.ts'
import { FINGER_TRAVEL } from '../embodiments/gripper.ts'
import type { RobotState, Situation } from '../situation.ts'
import { type Command, FASTEST, FASTEST_TURN } from '../steering.ts'

export interface Place {
  readonly x: number
  readonly y: number
}

/** Actions a second: an error is to be made good by the next one. */
const GAIN = 8
/** Metres, radians. */
const ARRIVED = 0.008

/** A place as the robot sees it, metres. */
export function seen(
  { x, y, cosine, sine }: RobotState,
  place: Place,
): { readonly ahead: number; readonly left: number } {
  const [dx, dy] = [place.x - x, place.y - y]
  return { ahead: cosine * dy - sine * dx, left: -cosine * dx - sine * dy }
}

/** How far the robot has to turn to a heading given by a direction, radians. */
export function turnTo(robot: RobotState, towards: Place): number {
  const { ahead, left } = seen(robot, { x: robot.x + towards.x, y: robot.y + towards.y })
  return arcTangent(left, ahead)
}

/** Turning rate towards an angle, no faster than it can be stopped there. */
export function turn(angle: number, { inertia }: Embodiment, most = FASTEST_TURN): number {
  const stopping = Math.sqrt((USUAL_DYNAMICS.robotTorque / inertia) * Math.abs(angle))
  return clamp(GAIN * angle, -Math.min(most, stopping), Math.min(most, stopping))
}

/** Drives to a place, forwards or backwards, whichever takes less turning. */
export function driveTo({ robot, embodiment }: Situation, place: Place): Command {
  const { ahead, left } = seen(robot, place)
  const way = Math.sqrt(ahead * ahead + left * left)
  if (way < ARRIVED) return halt
  const back = ahead < 0
  const angle = back ? arcTangent(-left, -ahead) : arcTangent(left, ahead)
  // Turning first: a third of a right angle off, it no longer moves.
  const share = clamp(1.25 - Math.abs(angle) / 1.2, 0, 1)
  const speed = Math.min(FASTEST, GAIN * way) * share
  return { speed: back ? -speed : speed, turning: turn(angle, embodiment), open: FINGER_TRAVEL }
}

export const halt: Command = { speed: 0, turning: 0, open: FINGER_TRAVEL }
