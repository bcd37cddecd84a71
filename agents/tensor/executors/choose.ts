// Which executors there are, which of them work here, and which one to use.

import type { Executor, ExecutorId } from '../program.ts'
import { cpuExecutor } from './cpu.ts'
import { eagerExecutor } from './eager.ts'

/** The fastest first: `auto` takes the first that works. */
const executors: readonly Executor[] = [cpuExecutor, eagerExecutor]

export function usableExecutors(): readonly Executor[] {
  return executors
}

export function chooseExecutor(id: 'auto' | ExecutorId): Executor {
  const found = id === 'auto' ? executors[0] : executors.find((executor) => executor.id === id)
  if (!found) throw new RangeError(`no executor '${id}'; known: auto, ${executors.map((each) => each.id).join(', ')}`)
  return found
}
