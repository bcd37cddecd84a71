// The tasks of the arena: each for every embodiment.

import type { ArenaTask } from '../task.ts'
import { avoiding } from './avoiding.ts'
import { grouping } from './grouping.ts'
import { sweepToTop } from './sweep-to-top.ts'

export const arenaTasks: readonly ArenaTask[] = [avoiding, grouping, sweepToTop]
