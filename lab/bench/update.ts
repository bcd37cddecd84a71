// `rapref bench update`: how long one update takes, compiled and as plain TensorFlow.js.

import { chooseExecutor } from '../../agents/tensor/executors/choose.ts'
import type { ExecutorId } from '../../agents/tensor/program.ts'
import { median } from '../statistics/quantile.ts'
import { alternate, medianRatio } from './rate.ts'
import { type Prepared, type UpdateCase, updateCases } from './update/cases.ts'
import type { UpdateBenchRow } from './update/row.ts'

export interface UpdateBenchOptions {
  /** Timed repeats of every case on every device; medians are reported. @default 5 */
  readonly repeats?: number
  /** Seconds of one repeat; at least one update. @default 0.5 */
  readonly seconds?: number
  /** @default all of them */
  readonly cases?: readonly UpdateCase[]
  /** Takes a line about each case as it comes. */
  readonly report?: (line: string) => void
}

/** Rows of each case on each device that it names. Devices take turns within a case. */
export async function benchUpdate(options: UpdateBenchOptions = {}): Promise<UpdateBenchRow[]> {
  const { repeats = 5, seconds = 0.5, cases = updateCases, report = () => {} } = options
  const rows: UpdateBenchRow[] = []
  for (const each of cases) {
    const rates = await ratesOf(each, { rounds: repeats, seconds })
    const found = each.devices.map((device, i) => {
      return { case: each.name, device, ms: rounded(1000 / median(rates[i]!)), repeats }
    })
    rows.push(...found)
    report(describe(each.devices, found, rates))
  }
  return rows
}

/** Updates a second, [devices][rounds]. */
async function ratesOf(each: UpdateCase, timing: { rounds: number; seconds: number }): Promise<number[][]> {
  const prepared: Prepared[] = []
  try {
    for (const device of each.devices) prepared.push(await each.prepare(await chooseExecutor(device)))
    return await alternate(
      prepared.map(({ once }) => ({ work: () => once().then(() => 1) })),
      timing,
    )
  } finally {
    for (const { dispose } of prepared) await dispose()
  }
}

function describe(devices: readonly ExecutorId[], rows: readonly UpdateBenchRow[], rates: readonly number[][]): string {
  const parts = rows.map(({ device, ms }) => `${ms} ms ${device}`)
  const reference = devices.indexOf('eager')
  if (reference > 0) parts.push(`${medianRatio(rates[reference]!, rates[0]!).toFixed(1)} times as fast as eager`)
  return `${rows[0]!.case}: ${parts.join(', ')}`
}

/** Microseconds are the last digit worth reading. */
function rounded(ms: number): number {
  return Math.round(1000 * ms) / 1000
}
