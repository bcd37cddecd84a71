// The tasks that there are, by id.

import { loadEngine } from '../sim/engine.ts'
import { unknownName } from '../sim/names.ts'
import type { Env, EnvOptions } from './contract.ts'
import { UnknownTaskError } from './errors.ts'
import { binPicking } from './metaworld/bin-picking.ts'
import { buttonPress } from './metaworld/button-press.ts'
import { drawerOpen } from './metaworld/drawer-open.ts'
import { TaskEnvironment } from './metaworld/environment.ts'
import { handInsert } from './metaworld/hand-insert.ts'
import { pickOutOfHole } from './metaworld/pick-out-of-hole.ts'
import { pickPlace } from './metaworld/pick-place.ts'
import { push } from './metaworld/push.ts'
import { pushBack } from './metaworld/push-back.ts'
import { reach } from './metaworld/reach.ts'
import { shelfPlace } from './metaworld/shelf-place.ts'
import { soccer } from './metaworld/soccer.ts'
import { sweep } from './metaworld/sweep.ts'
import { sweepInto } from './metaworld/sweep-into.ts'
import type { Task } from './metaworld/task.ts'
import { resolveOptions } from './options.ts'

export interface TaskEntry {
  readonly id: string
  readonly suite: 'metaworld'
  make(options: EnvOptions): Env
}

/** All tasks, sorted by id. */
export const tasks: readonly TaskEntry[] = [
  binPicking,
  buttonPress,
  drawerOpen,
  handInsert,
  pickOutOfHole,
  pickPlace,
  push,
  pushBack,
  reach,
  shelfPlace,
  soccer,
  sweep,
  sweepInto,
].map(metaworld)

function metaworld(task: Task): TaskEntry {
  return { id: task.id, suite: 'metaworld', make: (options) => new TaskEnvironment(task, options) }
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
  const resolved = resolveOptions(options)
  await loadEngine()
  return entry.make(resolved)
}
