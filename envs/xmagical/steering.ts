// How an action becomes a speed along the heading, a turning rate and the angle that the fingers are to have.

import { clamp } from '../../sim/vector.ts'
import { FINGER_TRAVEL } from './embodiments/gripper.ts'

export interface Command {
  /** m/s along the heading. */
  readonly speed: number
  /** rad/s, positive to the left. */
  readonly turning: number
  /** How far the fingers are to be open, radians. */
  readonly open: number
}

export const FASTEST = 0.8
export const FASTEST_TURN = 2.5
/** What X-Magical's integrator makes of a turn: it is to be done within one of its steps of 1/80 s. */
const TURNS_A_SECOND = 80

export type SteeringName = 'published' | 'graded'
type Steering = (action: ArrayLike<number>) => Command

export const steerings: Readonly<Record<SteeringName, Steering>> = {
  /** X-Magical's: metres a second, radians a step of 1/80 s, radians; more than the robot can do is cut off. */
  published: (action) => ({
    speed: clamp(action[0]!, -FASTEST, FASTEST),
    turning: clamp(TURNS_A_SECOND * action[1]!, -FASTEST_TURN, FASTEST_TURN),
    open: clamp(FINGER_TRAVEL - (action[2] ?? 0), 0, FINGER_TRAVEL),
  }),
  /** The same at full deflection, and in proportion between. */
  graded: (action) => ({
    speed: FASTEST * action[0]!,
    turning: FASTEST_TURN * action[1]!,
    open: (FINGER_TRAVEL * (1 - (action[2] ?? 0))) / 2,
  }),
}

/** The action that is answered with a command; what the robot cannot do is cut off. */
export function actionFor(steering: SteeringName, { speed, turning, open }: Command, out: Float32Array): void {
  const graded = steering === 'graded'
  out[0] = clamp(graded ? speed / FASTEST : clamp(speed, -FASTEST, FASTEST), -1, 1)
  out[1] = clamp(graded ? turning / FASTEST_TURN : turning / TURNS_A_SECOND, -1, 1)
  if (out.length > 2) out[2] = clamp(graded ? 1 - (2 * open) / FINGER_TRAVEL : FINGER_TRAVEL - open, -1, 1)
}
