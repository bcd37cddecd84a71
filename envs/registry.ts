// The tasks that there are, by id.

import { loadEngine } from '../sim/engine.ts'
import { unknownName } from '../sim/names.ts'
import type { Env, EnvOptions } from './contract.ts'
import { controlEntries } from './control/environment.ts'
import { UnknownTaskError } from './errors.ts'
import { TaskEnvironment } from './metaworld/environment.ts'
import type { Task } from './metaworld/task.ts'
import { metaworldTasks } from './metaworld/tasks.ts'
import { resolveOptions } from './options.ts'
import { robomimicEntries } from './robomimic/environment.ts'
import { tabletopTasks } from './tabletop/tasks.ts'
import { arenaEntries } from './xmagical/environment.ts'

export type SuiteName = 'metaworld' | 'tabletop' | 'control' | 'robomimic' | 'xmagical'

export interface TaskEntry {
  readonly id: string
  readonly suite: SuiteName
  /** Options that differ from those of most tasks where nothing is said. */
  readonly defaults?: Partial<EnvOptions>
  /** What the option `variant` can be; none where nothing is said. */
  readonly variants?: readonly string[]
  make(options: EnvOptions): Env
}

/** All tasks, sorted by id. */
export const tasks: readonly TaskEntry[] = [
  ...metaworldTasks.map((task) => handTask('metaworld', task)),
  ...tabletopTasks.map((task) => handTask('tabletop', task)),
  ...controlEntries.map((entry): TaskEntry => ({ suite: 'control', ...entry })),
  ...robomimicEntries.map((entry): TaskEntry => ({ suite: 'robomimic', ...entry })),
  ...arenaEntries.map((entry): TaskEntry => ({ suite: 'xmagical', ...entry })),
].sort((one, other) => (one.id < other.id ? -1 : 1))

function handTask(suite: SuiteName, task: Task): TaskEntry {
  return { id: task.id, suite, make: (options) => new TaskEnvironment(task, options) }
}

/** @throws UnknownTaskError naming the nearest task; RangeError naming a wrong option. */
export async function makeEnv(id: string, options?: Partial<EnvOptions>): Promise<Env> {
  const entry = tasks.find((task) => task.id === id)
  if (!entry)
    throw new UnknownTaskError(
      unknownName(
        'task',
        id,
        tasks.map((task) => task.id),
      ),
    )
  const resolved = resolveOptions(options, entry.defaults, entry.variants)
  await loadEngine()
  return entry.make(resolved)
}
