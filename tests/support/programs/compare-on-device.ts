// A program: compares an executor with `eager`, and prints what it found as JSON. A process of its own, because drivers
// read their environment when they are loaded, and may take a process down with them.
//
//   node --import tsx tests/support/programs/compare-on-device.ts webgpu [program ...]

import { chooseExecutor } from '../../../agents/tensor/executors/choose.ts'
import { eagerExecutor } from '../../../agents/tensor/executors/eager.ts'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import { answerOf, type Difference, largestDifference } from './compare.ts'
import { registeredPrograms } from './registered.ts'

export type Comparison =
  | { readonly unusable: string }
  | { readonly differences: Readonly<Record<string, Difference>>; readonly leaked: number }

async function compare(id: string, names: readonly string[]): Promise<Comparison> {
  const executor = await chooseExecutor(id).catch((error: Error) => error)
  if (executor instanceof Error) return { unusable: executor.message }
  const differences: Record<string, Difference> = {}
  for (const each of registeredPrograms.map((make) => make())) {
    const { name } = each.program
    if (names.length > 0 && !names.includes(name)) continue
    differences[name] = largestDifference(await answerOf(executor, each), await answerOf(eagerExecutor, each))
  }
  return { differences, leaked: liveSessions() }
}

const [id = 'auto', ...names] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await compare(id, names)))
