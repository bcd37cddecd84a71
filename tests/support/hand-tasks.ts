// The tasks in which a hand moves over a table, above which an arm is drawn.

import { tasks } from '../../envs/registry.ts'

export const handTaskIds: readonly string[] = tasks
  .filter(({ suite }) => suite === 'metaworld' || suite === 'tabletop')
  .map(({ id }) => id)
