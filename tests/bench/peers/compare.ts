// Times every update here and in PyTorch, taking turns within one run, and compares the medians with the bars.
//
//   node --import tsx tests/bench/peers/compare.ts --python <venv>/bin/python [--case sac-64] [--repeats 7] [--seconds 1]

import { parseArgs } from 'node:util'
import { chooseExecutor } from '../../../agents/tensor/executors/choose.ts'
import type { UpdateCase } from '../../../lab/bench/update/case.ts'
import { updateCases } from '../../../lab/bench/update/cases.ts'
import { renderTable } from '../../../lab/commands/table.ts'
import { median } from '../../../lab/statistics/quantile.ts'
import { loopCase } from './loop.ts'
import { Peer } from './peer.ts'
import { pipelineCase } from './pipeline.ts'
import { productCase } from './product.ts'

interface Comparison {
  /** As PyTorch's side names it. */
  readonly peer: string
  readonly ours: UpdateCase
  /** Largest share of PyTorch's time that is good enough. */
  readonly bar?: number
}

const bars: Readonly<Record<string, number>> = {
  'sac-256': 0.67,
  'sac-128': 0.6,
  'sac-64': 0.35,
  'iql-256': 0.67,
  'ppo-64': 0.67,
  'ppo-64-minibatch-256': 0.67,
  'reward-ensemble': 0.67,
  'encoder-84': 1,
  'loop-64': 0.4,
  'loop-128': 0.4,
  'loop-256': 0.4,
  'loop-b-pref': 0.4,
  'pipeline-32': 0.2,
  'pipeline-64': 0.2,
  'pipeline-128': 0.2,
  'pipeline-b-pref': 0.2,
}
/** The same update, PyTorch's side of it written with more care. */
const variant = '-thrifty'
const others = [
  loopCase('loop-64', { width: 64, batch: 64, depth: 2 }),
  loopCase('loop-128', { width: 128, batch: 128, depth: 2 }),
  loopCase('loop-256', { width: 256, batch: 256, depth: 2 }),
  loopCase('loop-b-pref', { width: 256, batch: 512, depth: 3 }),
  pipelineCase('pipeline-32', {
    learner: { width: 32, batch: 64, depth: 2 },
    reward: { width: 32, depth: 2, pairs: 32 },
  }),
  pipelineCase('pipeline-64', {
    learner: { width: 64, batch: 64, depth: 2 },
    reward: { width: 64, depth: 2, pairs: 32 },
  }),
  pipelineCase('pipeline-128', {
    learner: { width: 128, batch: 128, depth: 2 },
    reward: { width: 128, depth: 2, pairs: 64 },
  }),
  pipelineCase('pipeline-b-pref', {
    learner: { width: 256, batch: 512, depth: 3 },
    reward: { width: 256, depth: 3, pairs: 128 },
  }),
  productCase('product-256', { rows: 256, width: 256, times: 10 }),
  productCase('product-12800', { rows: 12_800, width: 256, times: 1 }),
]

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    case: { type: 'string', multiple: true },
    repeats: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '1' },
    device: { type: 'string', default: 'cpu' },
  },
})
const [repeats, seconds] = [Number(options.repeats), Number(options.seconds)]

function comparisonsOf(names: readonly string[]): Comparison[] {
  return names.flatMap((peer): Comparison[] => {
    const name = peer.replace(variant, '')
    const ours = [...updateCases, ...others].find((each) => each.name === name)
    return ours ? [{ peer, ours, bar: bars[name] }] : []
  })
}

interface Timed {
  /** Of one update, by the clock. */
  readonly ms: number
  /** Of the processor: what the clock would say if nothing else ran here. */
  readonly cpuMs: number
}

async function timed(once: () => Promise<unknown>, length: number): Promise<Timed> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  let [count, elapsed] = [0, 0]
  do {
    await once()
    count++
    elapsed = performance.now() - start
  } while (elapsed < 1000 * length)
  const { user, system } = process.cpuUsage(cpu)
  return { ms: elapsed / count, cpuMs: (user + system) / 1000 / count }
}

/** The round that others on the machine disturbed least. */
function least(rounds: readonly Timed[]): number {
  return Math.min(...rounds.map(({ cpuMs }) => cpuMs))
}

/** Medians of the times, and of the ratio of each round; beside them the ratio of the least disturbed rounds. */
async function compare(python: Peer, { peer, ours, bar }: Comparison): Promise<object> {
  const prepared = await ours.prepare(await chooseExecutor(options.device))
  const rounds: { ours: Timed; theirs: Timed }[] = []
  for (let round = 0; round <= repeats; round++) {
    const times = {
      ours: await timed(prepared.once, seconds),
      theirs: await python.ask<Timed>({ case: peer, seconds }),
    }
    // The first warms up.
    if (round > 0) rounds.push(times)
  }
  await prepared.dispose()
  const ratio = median(rounds.map((each) => each.ours.ms / each.theirs.ms))
  return {
    case: peer,
    ms: median(rounds.map((each) => each.ours.ms)),
    pytorchMs: median(rounds.map((each) => each.theirs.ms)),
    ratio,
    leastRatio: least(rounds.map((each) => each.ours)) / least(rounds.map((each) => each.theirs)),
    bar,
    met: bar === undefined ? undefined : ratio <= bar,
  }
}

const python = new Peer(options.python, 'serve.py')
const { torch, cases } = await python.read<{ torch: string; cases: string[] }>()
const rows: object[] = []
for (const each of comparisonsOf(cases.filter((name) => options.case?.includes(name) ?? true))) {
  rows.push(await compare(python, each))
  process.stderr.write(`${JSON.stringify(rows.at(-1))}\n`)
}
python.end()
process.stdout.write(`PyTorch ${torch}, one thread each, medians of ${repeats} repeats\n${renderTable(rows)}\n`)
