// Sweeps blocks up into the strip, as many at a time as the front is wide: get below them, look up, drive.

import { clamp } from '../../../sim/vector.ts'
import { ARENA_HALF } from '../arena.ts'
import type { Embodiment } from '../embodiments/embodiment.ts'
import { FINGER_TRAVEL } from '../embodiments/gripper.ts'
import { inStrip, mean } from '../goal.ts'
import type { Rectangle, Situation } from '../situation.ts'
import { type Command, FASTEST } from '../steering.ts'
import { driveTo, halt, turn, turnTo } from './motion.ts'

/** Blocks that are swept together. */
interface Load {
  /** Where the robot's middle is to be. */
  readonly x: number
  /** Lowest edge. */
  readonly low: number
  /** How far off x may be while it pushes. */
  readonly slack: number
}

/** A block is pushed straight as long as its middle is so far inside the front's end, metres. */
const INSIDE = 0.03
/** Nobody drives more exactly, metres. Two blocks take a fingertip each. */
const EXACT = 0.02
const CLEAR = 0.04
/** Half a front so wide has no room to turn round. */
const WIDE = 0.5
/** How far it looks aside instead, as a slope. */
const TILTED = 0.3
/** Metres off its middle that it can hold one block. */
const BALANCE = 0.5
/** Room to turn in below. */
const LOWEST = -1.02
const UP = { x: 0, y: 1 }
/** Ahead of the robot, that it steers for, metres. */
const AHEAD = 0.45

export function sweepUp(situation: Situation, loads: readonly (readonly Rectangle[])[], open = FINGER_TRAVEL): Command {
  const left = loads.map((blocks) => blocks.filter((block) => !inStrip(block))).filter((blocks) => blocks.length > 0)
  const candidates = left.map((blocks) => loadOf(situation, blocks))
  const best = candidates.sort((one, other) => effort(situation, one) - effort(situation, other))[0]
  return best ? { ...sweep(situation, best), open } : halt
}

function loadOf({ embodiment: { halfWidth, fingers } }: Situation, blocks: readonly Rectangle[]): Load {
  const xs = blocks.map(({ x }) => x)
  const [least, most] = [Math.min(...xs), Math.max(...xs)]
  const pair = fingers.length > 0 && blocks.length > 1
  const cover = pair ? EXACT : Math.max(halfWidth - (most - least) / 2 - INSIDE, EXACT)
  const low = Math.min(...blocks.map(({ y, halfY }) => y - halfY))
  // A wide front is turned away by a load that is off its middle.
  if (halfWidth > WIDE) return { x: mean(xs), low, slack: Math.min(cover, BALANCE / blocks.length) }
  return { x: (least + most) / 2, low, slack: cover }
}

/** About how many metres it takes until the load is pushed. */
function effort({ robot, embodiment }: Situation, { x, low }: Load): number {
  const above = Math.max(0, robot.y - (low - embodiment.reach))
  return 2 * Math.abs(x - robot.x) + above - 0.2 * low
}

function sweep(situation: Situation, load: Load): Command {
  const { robot, embodiment } = situation
  const below = robot.y + embodiment.reach < load.low + CLEAR
  if (below && robot.cosine > 0.3 && comesNear(situation, load)) return push(situation, load)
  return approach(situation, load)
}

/** Whether it gets below the load's middle on the way that is left. */
function comesNear({ robot, embodiment }: Situation, { x, low, slack }: Load): boolean {
  if (embodiment.halfWidth > WIDE) return true
  const room = Math.max(0, roomBelow(robot, embodiment, low))
  const slope = slack <= EXACT ? 0.2 : embodiment.overhang > 0 ? 0.7 : 0.5
  return Math.abs(x - robot.x) < slack + slope * room
}

function push({ robot, embodiment }: Situation, { x, low, slack }: Load): Command {
  const room = roomBelow(robot, embodiment, low)
  const lead = Math.max(AHEAD, room)
  const wide = embodiment.halfWidth > WIDE
  const towards = wide
    ? { x: room > TILTED * embodiment.halfWidth + CLEAR ? clamp(x - robot.x, -TILTED, TILTED) : 0, y: 1 }
    : { x: x - robot.x, y: room > CLEAR ? lead * 0.6 : lead }
  const angle = turnTo(robot, towards)
  const slowing = slack <= EXACT && room > 0 ? 4 : 1
  return { ...halt, speed: FASTEST * clamp(1.2 - slowing * Math.abs(angle), 0, 1), turning: turn(angle, embodiment) }
}

function roomBelow(
  { y }: Situation['robot'],
  { reach, overhang }: Pick<Embodiment, 'reach' | 'overhang'>,
  low: number,
) {
  return low - y - reach - overhang
}

function approach(situation: Situation, { x, low, slack }: Load): Command {
  const { robot, embodiment, blocks } = situation
  const line = Math.max(
    LOWEST,
    low - embodiment.reach - Math.max(embodiment.halfWidth + CLEAR, embodiment.overhang + 0.06),
  )
  const row = Math.min(...blocks.filter((block) => !inStrip(block)).map(({ y, halfY }) => y - halfY))
  // Beside blocks there is no room to turn: straight back first.
  const free = Math.min(row, low) - embodiment.reach - Math.max(0.1, embodiment.overhang + 0.02)
  if (robot.y > free) return driveTo(situation, { x: robot.x, y: line })
  // Fingers that look aside would meet the wall.
  const farthest = ARENA_HALF - embodiment.overhang - embodiment.reach
  const below = embodiment.overhang > 0 ? clamp(x, -farthest, farthest) : x
  if (Math.abs(below - robot.x) > slack / 2) return driveTo(situation, { x: below, y: line })
  return { ...halt, turning: turn(turnTo(robot, UP), embodiment) }
}
