// The tasks of this suite, sorted by id. A new task is one import and one line here.

import { can } from './can.ts'
import { lift } from './lift.ts'
import { square } from './square.ts'
import type { Task } from './task.ts'

export const robomimicTasks: readonly Task[] = [can, lift, square]
