// The control tasks as environments: their defaults and how each is made.

import type { EnvOptions } from '../contract.ts'
import { EpisodicEnv } from '../episodic-env.ts'
import { type ControlState, ControlWorld } from './control-world.ts'
import type { ControlTask } from './task.ts'
import { controlTasks } from './tasks.ts'

export interface ControlEntry {
  readonly id: string
  readonly defaults: Partial<EnvOptions>
  make(options: EnvOptions): EpisodicEnv<ControlState>
}

export const controlEntries: readonly ControlEntry[] = controlTasks.map((task) => entry(task))

function entry(task: ControlTask): ControlEntry {
  const { id, defaults } = task
  return { id, defaults, make: (options) => new EpisodicEnv(id, options, new ControlWorld(task, options.physics)) }
}
