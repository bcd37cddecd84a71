// `rapref bench transport`: how long one plan takes, and a whole alignment of 200 segments with 200.

import { median } from '../statistics/quantile.ts'
import { alternate } from './rate.ts'
import { type TransportCase, transportCases } from './transport/cases.ts'
import type { TransportBenchRow } from './transport/row.ts'

export interface TransportBenchOptions {
  /** Rounds of every case; medians are reported. @default 5 */
  readonly rounds?: number
  /** Seconds of one round of one case; at least one solve. @default 0.2 */
  readonly seconds?: number
  /** @default all of them */
  readonly cases?: readonly (() => TransportCase)[]
  /** Takes a line about each row. */
  readonly report?: (line: string) => void
}

export async function benchTransport(options: TransportBenchOptions = {}): Promise<TransportBenchRow[]> {
  const { rounds = 5, seconds = 0.2, cases = transportCases, report = () => {} } = options
  const rows: TransportBenchRow[] = []
  for (const make of cases) {
    const { name, n, solve } = make()
    const { iterations, converged } = solve()
    const work = () => {
      solve()
      return 1
    }
    const [rates] = await alternate([{ work }], { rounds, seconds })
    const row = { case: name, n, ms: Math.round(1e6 / median(rates!)) / 1000, iterations, converged }
    report(`${name} of ${n} points: ${row.ms} ms, ${iterations} iterations${converged ? '' : ', not converged'}`)
    rows.push(row)
  }
  return rows
}
