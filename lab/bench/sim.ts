// `rapref bench sim`: how fast the simulation is and what it costs.

import { benchResets, benchWorlds } from './sim/memory.ts'
import type { SimBenchRow } from './sim/row.ts'
import { benchTasks } from './sim/tasks.ts'
import { benchWorkers } from './sim/workers.ts'

export interface SimBenchOptions {
  /** Rounds of every timed case; medians are reported. Default 5. */
  readonly rounds?: number
  /** Seconds of one round of one case. Default 0.5. */
  readonly seconds?: number
  /** Resets after which memory is compared. Default 10,000. */
  readonly resets?: number
  /** Takes a line about each result as it comes. */
  readonly report?: (line: string) => void
}

/**
 * Rows of the cases: each task with its expert (observation, reward and resets included), `physics-of-push` (the bare
 * engine steps inside it), `push-vector` (one and two worker threads of 64 worlds each, with the ratio),
 * `memory-of-64-worlds` and `10000-resets`.
 */
export async function benchSim(options: SimBenchOptions = {}): Promise<SimBenchRow[]> {
  const { rounds = 5, seconds = 0.5, resets = 10_000, report = () => {} } = options
  const rows: SimBenchRow[] = []
  const add = (...found: readonly SimBenchRow[]) => {
    rows.push(...found)
    for (const row of found) report(describe(row))
  }
  // Memory first: what comes later fills the heap.
  const worlds = await benchWorlds({ rounds, seconds })
  add(...(await benchTasks({ rounds, seconds })))
  add(...(await benchWorkers({ rounds, seconds: 2 * seconds })))
  add(worlds)
  add(await benchResets({ resets }))
  return rows
}

function describe({ case: name, mode, workers, stepsPerSecond, ...more }: SimBenchRow): string {
  const parts = [`${name} (${mode}, ${workers} ${workers === 1 ? 'thread' : 'threads'})`]
  parts.push(`${Math.round(stepsPerSecond).toLocaleString('en')} control steps/s`)
  if (more.ratio !== undefined) parts.push(`${more.ratio.toFixed(2)} times one worker`)
  if (more.residentMegabytes !== undefined) parts.push(`${more.residentMegabytes.toFixed(0)} MB resident`)
  if (more.growthMegabytes !== undefined) parts.push(`${more.growthMegabytes.toFixed(1)} MB grown`)
  return parts.join(', ')
}
