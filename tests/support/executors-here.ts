// The executors that can be tried in the process of a test.

import { executors } from '../../agents/tensor/executors/executors.ts'
import { probeExecutor } from '../../agents/tensor/executors/probe.ts'
import type { Executor } from '../../agents/tensor/program.ts'

/** All that work here but `webgpu`, which has a process of its own. Those that do not are said, and why. */
export async function executorsHere(): Promise<Executor[]> {
  const usable: Executor[] = []
  for (const listed of executors.filter(({ executor }) => executor.id !== 'webgpu')) {
    const probe = await probeExecutor(listed)
    if (probe.usable) usable.push(listed.executor)
    else process.stderr.write(`not tested here: executor ${probe.id}: ${probe.why}\n`)
  }
  return usable
}
