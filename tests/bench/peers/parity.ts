// Plays every task with its scripted expert, or at random, here and in Python's Meta-World, and compares what the episodes
// are like.
//
//   node --import tsx tests/bench/peers/parity.ts --python <venv>/bin/python [--task push ...] [--episodes 20]
//     [--policy random] [--out tests/golden/metaworld-parity.json]

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { tasks } from '../../../envs/registry.ts'
import { renderTable } from '../../../lab/commands/table.ts'
import { median } from '../../../lab/statistics/quantile.ts'
import { type Played, type PlayedPolicy, playHere } from './parity-here.ts'
import { Peer } from './peer.ts'

/** Steps that an episode goes on after its first success. */
const AFTER = 30
/** Largest ratio of the median steps to success, either way, that counts as alike. */
const ALIKE = 1.5

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    task: { type: 'string', multiple: true },
    episodes: { type: 'string', default: '20' },
    policy: { type: 'string', default: 'expert' },
    out: { type: 'string' },
  },
})
const episodes = Number(options.episodes)
const policy = options.policy as PlayedPolicy

interface Row {
  readonly task: string
  readonly success: number
  readonly originalSuccess: number
  readonly steps: number | null
  readonly originalSteps: number | null
  readonly ratio: number | null
  readonly alike: boolean
  readonly reward: number
  readonly originalReward: number
  readonly sameLayout: boolean
  readonly stepsPerSecond: number
  readonly originalStepsPerSecond: number
}

const known = (values: readonly (number | null)[]) => values.filter((value): value is number => value !== null)
const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

function compare(task: string, here: Played, there: Played): Row {
  const [steps, originalSteps] = [here, there].map(({ firstSuccess }) => {
    const found = known(firstSuccess)
    return found.length === 0 ? null : median(found)
  }) as [number | null, number | null]
  const ratio = steps === null || originalSteps === null ? null : rounded(steps / originalSteps, 2)
  return {
    task,
    success: known(here.firstSuccess).length / episodes,
    originalSuccess: known(there.firstSuccess).length / episodes,
    steps,
    originalSteps,
    ratio,
    alike: ratio !== null && ratio <= ALIKE && ratio >= 1 / ALIKE,
    reward: rounded(median([...here.bestReward]), 2),
    originalReward: rounded(median([...there.bestReward]), 2),
    sameLayout: sameBounds(here, there),
    stepsPerSecond: Math.round(here.stepsPerSecond),
    originalStepsPerSecond: Math.round(there.stepsPerSecond),
  }
}

/** Bounds of everything but the goal, which the original narrows to each task's own box. */
function sameBounds(here: Played, there: Played): boolean {
  const close = (a: number | null, b: number | null) => a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-4)
  const first = here.low.slice(0, -3)
  return (
    here.low.length === there.low.length &&
    first.every((low, i) => close(low, there.low[i]!) && close(here.high[i]!, there.high[i]!))
  )
}

const python = new Peer(options.python, 'metaworld_play.py')
const { metaworld } = await python.read<{ metaworld: string }>()
const rows: Row[] = []
for (const { id, suite } of tasks) {
  if (suite !== 'metaworld') continue
  if (options.task && !options.task.includes(id)) continue
  const there = await python.ask<Played>({ task: id, policy, episodes, after: AFTER })
  rows.push(compare(id, await playHere(id, { policy, episodes, after: AFTER }), there))
  process.stderr.write(`${JSON.stringify(rows.at(-1))}\n`)
}
python.end()
if (options.out) {
  // Speeds are this machine's today, and are not kept.
  const kept = rows.map(({ stepsPerSecond: _, originalStepsPerSecond: __, ...row }) => row)
  writeFileSync(options.out, `${JSON.stringify({ metaworld, episodes, tasks: kept }, null, 2)}\n`)
}
process.stdout.write(`${renderTable(rows)}\n`)
