// The names that a configuration may use, from the tables of all rooms.

import { executorChoices } from '../../agents/tensor/executors/choose.ts'
import { tasks } from '../../envs/registry.ts'
import { queries } from '../../rewards/queries/queries.ts'
import { learnerNames } from '../config/learner-sections.ts'
import type { KnownNames } from '../config/load.ts'
import { teacherNames } from '../config/teachers.ts'
import { methods } from '../methods/methods.ts'

export const knownNames: Required<KnownNames> = {
  task: tasks.map(({ id }) => id),
  method: Object.keys(methods),
  learner: learnerNames,
  teacher: teacherNames,
  query: Object.keys(queries),
  device: executorChoices,
}
