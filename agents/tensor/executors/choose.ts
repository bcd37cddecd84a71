// Which executor a run uses. What is asked for is used, or it is an error: nothing slower takes its place unsaid.

import { ExecutorError } from '../errors.ts'
import type { Executor, ExecutorId } from '../program.ts'
import { executors, type ListedExecutor } from './executors.ts'
import { type ExecutorProbe, probeExecutor } from './probe.ts'

/** `auto` is the fastest that works here. */
export type ExecutorChoice = 'auto' | ExecutorId

export const executorChoices: readonly ExecutorChoice[] = ['auto', ...executors.map(({ executor }) => executor.id)]

/**
 * @param choice one of `executorChoices`
 * @param from the fastest first
 * @throws RangeError for a name that is none; ExecutorError, saying what to type, where it does not work here
 */
export async function chooseExecutor(choice: string, from: readonly ListedExecutor[] = executors): Promise<Executor> {
  if (choice === 'auto') return fastestUsable(from)
  const listed = from.find(({ executor }) => executor.id === choice)
  if (!listed) throw new RangeError(`no executor '${choice}'; known: ${executorChoices.join(', ')}`)
  const { usable, why } = await probeExecutor(listed)
  if (usable) return listed.executor
  throw new ExecutorError(`device ${choice} does not work here: ${why}, or use device=auto`)
}

async function fastestUsable(from: readonly ListedExecutor[]): Promise<Executor> {
  const failed: ExecutorProbe[] = []
  for (const listed of from) {
    const probe = await probeExecutor(listed)
    if (probe.usable) return listed.executor
    failed.push(probe)
  }
  throw new ExecutorError(`no device works here: ${failed.map(({ id, why }) => `${id} (${why})`).join('; ')}`)
}
