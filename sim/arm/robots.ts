// The robots that there are, by name. A robot changes what is drawn and nothing else.

import { panda } from './panda.ts'
import type { Robot } from './robot.ts'
import { sawyer } from './sawyer.ts'

export const robots = { panda, sawyer } as const satisfies Readonly<Record<string, Robot>>

export type RobotName = keyof typeof robots

export const ROBOT_NAMES: readonly [RobotName, ...RobotName[]] = ['panda', 'sawyer']

/** Also what a recording shows that does not say. */
export const DEFAULT_ROBOT: RobotName = 'panda'

export function isRobotName(name: unknown): name is RobotName {
  return typeof name === 'string' && Object.hasOwn(robots, name)
}
