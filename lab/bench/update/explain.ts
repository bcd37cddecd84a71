// `rapref bench update --explain`: where the time of an update goes, operator by operator.

import { performance } from 'node:perf_hooks'
import { renderTable } from '../../commands/table.ts'
import type { UpdateCase } from './case.ts'
import { costsOf, type OperatorCost } from './profile.ts'
import { type Profile, ProfiledExecutor } from './profiled-executor.ts'

export interface UpdateExplanation {
  readonly case: string
  readonly program: string
  /** Of the graph that is handed to the runtime, which fuses some. */
  readonly nodes: number
  /** Numbers that these nodes read and write. */
  readonly moved: number
  /** Tensors handed in and handed back. */
  readonly inputs: number
  readonly outputs: number
  /** Numbers baked into the graph. */
  readonly constants: number
  readonly runs: number
  /** Of one run, with the profiler on. */
  readonly runMs: number
  /** The dearest first; their times are the runtime's own. */
  readonly operators: readonly OperatorCost[]
}

const warmUps = 3

/** One explanation for each program that the case runs again and again. */
export async function explainUpdate(each: UpdateCase, { seconds = 1 } = {}): Promise<UpdateExplanation[]> {
  const executor = new ProfiledExecutor()
  const profiles = await profilesOf(each, executor, seconds).finally(() => executor.dispose())
  return profiles.flatMap(({ program, summary, events }) => {
    const { nodes, moved, inputs, outputs, constants } = summary
    const costs = costsOf(events, warmUps)
    return costs.runs > 0 ? [{ case: each.name, program, nodes, moved, inputs, outputs, constants, ...costs }] : []
  })
}

async function profilesOf(each: UpdateCase, executor: ProfiledExecutor, seconds: number): Promise<Profile[]> {
  const prepared = await each.prepare(executor)
  try {
    for (let i = 0; i < warmUps; i++) await prepared.once()
    const end = performance.now() + 1000 * seconds
    do await prepared.once()
    while (performance.now() < end)
    return executor.profiles()
  } finally {
    await prepared.dispose()
  }
}

export function describeExplanation(explanation: UpdateExplanation): string {
  const { case: name, program, nodes, moved, inputs, outputs, runMs, operators } = explanation
  const inNodes = operators.reduce((sum, { ms }) => sum + ms, 0)
  const heading = [
    `${name}: ${program}, ${nodes} nodes that move ${millions(moved)} numbers, ${inputs} tensors in, ${outputs} out`,
    `${runMs.toFixed(3)} ms a run with the profiler on, ${inNodes.toFixed(3)} of it in nodes:`,
  ]
  const rows = operators.map(({ op, nodes: count, moved: each, ms, share }) => {
    return {
      operator: op,
      nodes: count,
      moved: millions(each),
      ms: ms.toFixed(3),
      share: `${(100 * share).toFixed(1)}%`,
    }
  })
  return [...heading, renderTable(rows)].join('\n')
}

function millions(count: number): string {
  return `${(count / 1e6).toFixed(2)} M`
}
