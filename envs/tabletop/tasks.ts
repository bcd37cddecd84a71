// Tasks that are nobody else's, with Meta-World's hand, table and observation; sorted by id. A new task is one import and one
// line here.

import type { Task } from '../metaworld/task.ts'
import { stack } from './stack.ts'

export const tabletopTasks: readonly Task[] = [stack]
