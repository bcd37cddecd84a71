// Pushes one block towards a place: get behind it, look along the way, push, and keep it in front while turning gently.

import { clamp } from '../../../sim/vector.ts'
import { ARENA_HALF } from '../arena.ts'
import type { Rectangle, Situation } from '../situation.ts'
import { type Command, FASTEST } from '../steering.ts'
import { driveTo, halt, type Place, seen, turn, turnTo } from './motion.ts'

/** A block in front slips sideways when the robot turns faster than this, rad/s. */
const GENTLE = 1
const CLEAR = 0.05
/** Half a front so wide has no room to turn round. */
const WIDE = 0.5
/** Beyond the block, that a narrow robot steers for, metres. */
const AHEAD = 0.35
/** Radians. */
const LOOKING_ALONG = 0.12

export function pushAlong(situation: Situation, block: Rectangle, target: Place): Command {
  const { robot, embodiment } = situation
  const wide = embodiment.halfWidth > WIDE
  const dx = target.x - block.x
  // So wide a front would get stuck between the walls if it looked farther aside.
  const dy = wide ? Math.max(target.y - block.y, Math.abs(dx)) : target.y - block.y
  const length = Math.sqrt(dx * dx + dy * dy)
  if (length < 0.01) return halt
  const [ux, uy] = [dx / length, dy / length]
  const touch = embodiment.reach + Math.min(block.halfX, block.halfY)
  const along = (block.x - robot.x) * ux + (block.y - robot.y) * uy
  const across = (block.y - robot.y) * ux - (block.x - robot.x) * uy
  const slack = clamp(embodiment.halfWidth - 0.08 - embodiment.overhang, 0.05, 0.45)
  const touching = seen(robot, block).ahead < touch + 0.04 && Math.abs(seen(robot, block).left) < embodiment.halfWidth
  if (along < touch - 0.03 || Math.abs(across) > (touching ? 1.3 * slack : slack)) {
    const back = touch + CLEAR + embodiment.overhang
    const aside = clamp(across, -slack / 2, slack / 2)
    return driveTo(situation, { x: block.x - back * ux + aside * uy, y: block.y - back * uy - aside * ux })
  }
  const share = wide ? 0 : Math.min(1, 0.2 / embodiment.halfWidth)
  const ahead = along + AHEAD
  const angle = turnTo(robot, { x: ahead * ux - share * across * uy, y: ahead * uy + share * across * ux })
  if (wide && Math.abs(angle) > LOOKING_ALONG && stuckAtWall(situation)) return { ...halt, speed: -FASTEST / 2 }
  if (!touching && Math.abs(angle) > LOOKING_ALONG) {
    const speed = wide && along > touch + 0.1 ? 0.25 * FASTEST : 0
    return { ...halt, speed, turning: turn(angle, embodiment) }
  }
  const speed = FASTEST * clamp(wide ? 1 - 2 * Math.abs(angle) : 1.3 - Math.abs(angle), 0, 1)
  return { ...halt, speed, turning: turn(angle, embodiment, touching ? GENTLE : undefined) }
}

/** Whether it has no room to look straight up, and gets some by driving back. */
function stuckAtWall({ robot, embodiment }: Situation): boolean {
  return Math.abs(robot.x) + embodiment.halfWidth > ARENA_HALF - 0.02 && robot.x * robot.sine < 0
}
