// `rapref bench update`: how long one update takes, compiled and as plain TensorFlow.js.

import { chooseExecutor } from '../../agents/tensor/executors/choose.ts'
import type { Executor } from '../../agents/tensor/program.ts'
import { median } from '../statistics/quantile.ts'
import { alternate, medianRatio, type Timing } from './rate.ts'
import type { Prepared, UpdateCase } from './update/case.ts'
import { updateCases } from './update/cases.ts'
import type { UpdateBenchRow } from './update/row.ts'

export interface UpdateBenchOptions {
  /** Timed repeats of every case on every device; medians are reported. @default 5 */
  readonly repeats?: number
  /** Seconds of one repeat; at least one update. @default 0.5 */
  readonly seconds?: number
  /** @default all of them */
  readonly cases?: readonly UpdateCase[]
  /** By their ids. @default those that each case names */
  readonly devices?: readonly string[]
  /** Takes a line about each case as it comes. */
  readonly report?: (line: string) => void
}

/** Rows of each case on each device. Devices take turns within a case. */
export async function benchUpdate(options: UpdateBenchOptions = {}): Promise<UpdateBenchRow[]> {
  const { repeats = 5, seconds = 0.5, cases = updateCases, report = () => {} } = options
  const rows: UpdateBenchRow[] = []
  for (const each of cases) {
    const executors = await Promise.all((options.devices ?? each.devices).map((device) => chooseExecutor(device)))
    const rates = await ratesOf(each, executors, { rounds: repeats, seconds })
    const found = executors.map(({ id }, i) => {
      return { case: each.name, device: id, ms: rounded(1000 / median(rates[i]!)), repeats }
    })
    rows.push(...found)
    report(describe(found, rates))
  }
  return rows
}

/** Updates a second, [executors][rounds]. */
async function ratesOf(each: UpdateCase, executors: readonly Executor[], timing: Timing): Promise<number[][]> {
  const prepared: Prepared[] = []
  try {
    for (const executor of executors) prepared.push(await each.prepare(executor))
    return await alternate(
      prepared.map(({ once }) => ({ work: () => once().then(() => 1) })),
      timing,
    )
  } finally {
    for (const { dispose } of prepared) await dispose()
  }
}

function describe(rows: readonly UpdateBenchRow[], rates: readonly number[][]): string {
  const parts = rows.map(({ device, ms }) => `${ms} ms ${device}`)
  const reference = rows.findIndex(({ device }) => device === 'eager')
  if (reference > 0) parts.push(`${medianRatio(rates[reference]!, rates[0]!).toFixed(1)} times as fast as eager`)
  return `${rows[0]!.case}: ${parts.join(', ')}`
}

/** Microseconds are the last digit worth reading. */
function rounded(ms: number): number {
  return Math.round(1000 * ms) / 1000
}
