// node --import tsx tests/bench/sweep/busy.ts [runs] [steps]
// What the runner costs: the processor time of the sweep's own process against that of the runs, and how busy the slots
// are while work is left, by processor time and, where other work takes turns with ours, by when runs were under way.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startSweep } from '../../support/sweep-process.ts'

const [runs = 8, steps = 20_000] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'rapref-busy-'))
const out = join(folder, 'out')
const file = join(folder, 'sweep.yaml')
const settings = ['preset: smoke', `out: ${out}`, `set: {steps: ${steps}, minutes: 30}`, `seeds: ${runs}`]
writeFileSync(file, `# How busy is it?\n${settings.join('\n')}\n`)

const sweep = startSweep([file])
const slots = Math.min(runs, availableParallelism())
const processorSeconds = new Map<number, number>()
const looks = { all: 0, held: 0 }
/** Processor time of the sweep's process when its first run began: starting up, once. */
let starting: number | undefined
let over = false
sweep.ended.then(() => (over = true))
while (!over) {
  const workers = children(sweep.child.pid!)
  for (const pid of [sweep.child.pid!, ...workers])
    processorSeconds.set(pid, processorTime(pid) ?? processorSeconds.get(pid) ?? 0)
  if (count('logs') > 0) starting ??= processorSeconds.get(sweep.child.pid!)
  const [begun, ended] = [count('logs'), count('finished')]
  if (begun >= slots && runs - ended >= slots) {
    looks.all += slots
    looks.held += count('running')
  }
  await sleep(50)
}
const own = processorSeconds.get(sweep.child.pid!)!
const theirs = [...processorSeconds.values()].reduce((sum, seconds) => sum + seconds, 0) - own
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)}%`
process.stdout.write(
  [
    `${runs} runs of ${steps} steps, ${slots} slots, ${processorSeconds.size - 1} worker processes`,
    `processor time of the runs ${theirs.toFixed(2)} s; of the runner ${starting?.toFixed(2)} s to start, once`,
    `and ${(own - starting!).toFixed(2)} s from then on: ${share(own - starting!, theirs)} of the runs' own`,
    `slots with a run under way while as many runs were left: ${share(looks.held, looks.all)} of ${looks.all / slots} looks`,
    '',
  ].join('\n'),
)
rmSync(folder, { recursive: true })

function count(name: string): number {
  try {
    return readdirSync(join(out, 'sweep', name)).length
  } catch {
    return 0
  }
}

function children(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/** Seconds, all threads. Undefined for a process that is gone. */
function processorTime(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return undefined
  }
}
