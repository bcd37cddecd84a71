// Takes one block between the fingers and drives with it to a place.

import { clamp } from '../../../sim/vector.ts'
import type { Rectangle, Situation } from '../situation.ts'
import { type Command, FASTEST } from '../steering.ts'
import { halt, type Place, seen, turn, turnTo } from './motion.ts'

/** Of the fingers when they hold a block at most. */
const HELD = 0.92
/** rad/s: held blocks are dragged along. */
const GENTLE = 1.5
/** Radians. */
const LOOKING_AT = 0.1

export function carry({ robot, embodiment }: Situation, block: Rectangle, target: Place): Command {
  const { ahead, left } = seen(robot, block)
  const touch = embodiment.reach + Math.min(block.halfX, block.halfY)
  const between = ahead > 0 && ahead < touch + 0.05 && Math.abs(left) < 0.08
  if (!between) return fetch(robot, { block, touch, embodiment })
  if (robot.opening > HELD) return { ...halt, open: 0 }
  const angle = turnTo(robot, { x: target.x - block.x, y: target.y - block.y })
  return { speed: FASTEST * clamp(1.2 - 2 * Math.abs(angle), 0, 1), turning: turn(angle, embodiment, GENTLE), open: 0 }
}

interface Fetch extends Pick<Situation, 'embodiment'> {
  readonly block: Rectangle
  readonly touch: number
}

/** With open fingers: back off where there is no room to turn, look at the block, drive up to it. */
function fetch(robot: Situation['robot'], { block, touch, embodiment }: Fetch): Command {
  const { ahead, left } = seen(robot, block)
  const way = Math.sqrt(ahead * ahead + left * left)
  const angle = turnTo(robot, { x: block.x - robot.x, y: block.y - robot.y })
  const turning = turn(angle, embodiment)
  if (Math.abs(angle) < LOOKING_AT) return { ...halt, speed: FASTEST * clamp(4 * (way - touch) + 0.2, 0.2, 1), turning }
  if (way < touch + embodiment.overhang + 0.06) return { ...halt, speed: -FASTEST / 2, turning: 0 }
  return { ...halt, turning }
}
