// A manipulation task as an environment.

import type { EnvOptions } from '../contract.ts'
import { EpisodicEnv } from '../episodic-env.ts'
import type { Task } from './task.ts'
import { TaskWorld, type WorldState } from './task-world.ts'

export class TaskEnvironment extends EpisodicEnv<WorldState> {
  constructor(task: Task, options: EnvOptions) {
    super(task.id, options, new TaskWorld(task, options.physics))
  }
}
