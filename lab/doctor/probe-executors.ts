// A program: tries the executors that it is given by id, and prints a finding a line as JSON.

import { executors } from '../../agents/tensor/executors/executors.ts'
import { probeExecutor } from '../../agents/tensor/executors/probe.ts'

for (const id of process.argv.slice(2)) {
  const listed = executors.find(({ executor }) => executor.id === id)
  if (!listed) throw new RangeError(`no executor '${id}'`)
  process.stdout.write(`${JSON.stringify(await probeExecutor(listed))}\n`)
}
