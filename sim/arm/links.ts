// The links of the robot that is drawn unless another is named.

import type { Body } from '../scene.ts'
import { DEFAULT_ROBOT, robots } from './robots.ts'

export const armBodies: readonly Body[] = robots[DEFAULT_ROBOT].bodies
