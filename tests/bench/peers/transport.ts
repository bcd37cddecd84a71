// Times optimal transport here and in Python's POT on the same inputs to the same tolerance, taking turns, and compares
// with the bars.
//
//   node --import tsx tests/bench/peers/transport.ts --python <venv>/bin/python [--case gw-200] [--repeats 5]

import { parseArgs } from 'node:util'
import { ALPHA, EPSILON, solverCase, TOLERANCE } from '../../../lab/bench/transport/cases.ts'
import { cloudProblem } from '../../../lab/bench/transport/problem.ts'
import { renderTable } from '../../../lab/commands/table.ts'
import { median } from '../../../lab/statistics/quantile.ts'
import { rowsOf } from '../../../rewards/transport/matrix.ts'
import { Peer } from './peer.ts'

interface Comparison {
  readonly method: 'sinkhorn' | 'gw' | 'fused-gw'
  readonly n: number
  /** How many times as fast as POT is good enough. */
  readonly bar?: number
}

interface Answer {
  readonly ms: number
  readonly cpuMs: number
  readonly plan: number[][]
}

/** A round takes at least that long here. */
const ROUND_MS = 100
const comparisons: readonly Comparison[] = [
  { method: 'sinkhorn', n: 50 },
  ...(['gw', 'fused-gw'] as const).flatMap((method) => [
    ...[50, 100, 200].map((n) => ({ method, n, bar: 3 })),
    { method, n: 400, bar: 1.5 },
  ]),
]

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    case: { type: 'string', multiple: true },
    repeats: { type: 'string', default: '5' },
  },
})
const repeats = Number(options.repeats)

function timed(solve: () => unknown): number {
  const start = performance.now()
  let [count, elapsed] = [0, 0]
  do {
    solve()
    count++
    elapsed = performance.now() - start
  } while (elapsed < ROUND_MS)
  return elapsed / count
}

async function compare(python: Peer, { method, n, bar }: Comparison): Promise<object> {
  const { first, second, between, p, q } = cloudProblem(n)
  const settings = { epsilon: EPSILON, alpha: ALPHA, tolerance: TOLERANCE, sinkhorn: 'sinkhorn' }
  const given = { C1: rowsOf(first), C2: rowsOf(second), F: rowsOf(between), p: [...p], q: [...q] }
  const { solve } = solverCase(method, n)
  const rounds: { ours: number; theirs: Answer }[] = []
  for (let round = 0; round <= repeats; round++) {
    const times = { ours: timed(solve), theirs: await python.ask<Answer>({ method, settings, ...given }) }
    // The first warms up.
    if (round > 0) rounds.push(times)
  }
  const { plan, converged } = solve()
  const others = rounds[0]!.theirs.plan.flat()
  const ratio = median(rounds.map(({ ours, theirs }) => theirs.ms / ours))
  return {
    case: `${method}-${n}`,
    ms: median(rounds.map(({ ours }) => ours)),
    potMs: median(rounds.map(({ theirs }) => theirs.ms)),
    timesAsFast: ratio,
    least: Math.min(...rounds.map(({ theirs }) => theirs.cpuMs)) / Math.min(...rounds.map(({ ours }) => ours)),
    converged,
    plansDifferBy: plan.values.reduce((most, mass, at) => Math.max(most, Math.abs(mass - others[at]!)), 0),
    bar,
    met: bar === undefined ? undefined : ratio >= bar,
  }
}

const python = new Peer(options.python, 'transport_reference.py', 'serve')
const { pot, numpy } = await python.read<{ pot: string; numpy: string }>()
const rows: object[] = []
for (const each of comparisons) {
  if (options.case?.includes(`${each.method}-${each.n}`) === false) continue
  rows.push(await compare(python, each))
  process.stderr.write(`${JSON.stringify(rows.at(-1))}\n`)
}
python.end()
process.stdout.write(
  `POT ${pot} on NumPy ${numpy}, one thread each, medians of ${repeats} repeats\n${renderTable(rows)}\n`,
)
