// The tasks of this suite as environments: their defaults and how each is made.

import type { EnvOptions } from '../contract.ts'
import { EpisodicEnv } from '../episodic-env.ts'
import type { Task } from './task.ts'
import { TaskWorld, type WorldState } from './task-world.ts'
import { robomimicTasks } from './tasks.ts'

/** Twenty actions a second, four hundred an episode. */
const CONTROL_STEPS = 4
const ACTIONS = 400

export interface RobomimicEntry {
  readonly id: string
  readonly defaults: Partial<EnvOptions>
  make(options: EnvOptions): EpisodicEnv<WorldState>
}

export const robomimicEntries: readonly RobomimicEntry[] = robomimicTasks.map((task) => entry(task))

function entry(task: Task): RobomimicEntry {
  return {
    id: task.id,
    defaults: { horizon: CONTROL_STEPS * ACTIONS, actionRepeat: CONTROL_STEPS },
    make: (options) => new EpisodicEnv(task.id, options, new TaskWorld(task, options.physics)),
  }
}
