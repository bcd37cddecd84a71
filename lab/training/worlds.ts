// The worlds of a configuration, and how its learner sees them.

import type { EnvOptions, VectorEnv } from '../../envs/contract.ts'
import { makeEnv } from '../../envs/registry.ts'
import { makeVectorEnv } from '../../envs/vector.ts'
import { makeWorkerVectorEnv } from '../../envs/vector-workers.ts'
import { views } from '../../envs/views/views.ts'
import type { Config } from '../config/schema.ts'
import { UserError } from '../errors/user-error.ts'
import { startEnvWorker } from '../workers/worker-thread.ts'

/** Decisions in an episode. @throws UserError when the horizon is no whole number of decisions */
export function stepsOf({ horizon, actionRepeat }: Config): number {
  if (horizon % actionRepeat === 0) return horizon / actionRepeat
  const shorter = horizon - (horizon % actionRepeat)
  throw new UserError(
    `horizon is ${horizon} and actionRepeat ${actionRepeat}; expected a multiple. Type horizon=${shorter}, for example`,
  )
}

/** The options that the configuration's worlds are made with. All episodes have one length, also those that end early. */
export function worldOptions({ horizon, physics, actionRepeat, robot }: Config): EnvOptions {
  return { horizon, physics, actionRepeat, robot, ending: 'stay' }
}

/** `count` worlds as the configuration has them, stepped in this thread or in workers. */
export function makeWorlds(config: Config, count: number): Promise<VectorEnv> {
  const { task, workers } = config
  const options = { ...worldOptions(config), count, autoreset: 'disabled' } as const
  if (workers === 0) return makeVectorEnv(task, options)
  return makeWorkerVectorEnv(task, { ...options, workers: Math.min(workers, count), start: startEnvWorker })
}

/** Numbers in an observation and in an action of a task. */
export async function taskSizes(task: string) {
  const env = await makeEnv(task)
  const { observationSpace, actionSpace } = env
  env.dispose()
  return { observationSize: observationSpace.low.length, actionSize: actionSpace.low.length }
}

/** The same, with the names of its reward terms. */
export async function taskWidths(task: string) {
  const env = await makeEnv(task)
  const { observationSpace, actionSpace, termNames } = env
  env.dispose()
  return { observationSize: observationSpace.low.length, actionSize: actionSpace.low.length, termNames }
}

/** How the learner sees the worlds, and the sizes that follow. */
export function viewOf(config: Config, worlds: Pick<VectorEnv, 'observationSize' | 'actionSize'>) {
  const view = views[config.view]
  return { view, sizes: { view: view.size(worlds.observationSize), action: worlds.actionSize } }
}
