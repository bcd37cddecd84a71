// node --import tsx tests/bench/sweep/kill.ts [runs] [seed]
// A sweep that is killed three times at random moments (the sweep, a run, both) beside one that is left alone: all runs
// end, none is redone, and their answers are the same.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomStream } from '../../../sim/random.ts'
import {
  answers,
  attempts,
  finishedIds,
  type SweepProcess,
  startSweep,
  workerPids,
} from '../../support/sweep-process.ts'

const [runs = 24, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number)
const random = randomStream(seed, 'kill')
const folder = mkdtempSync(join(tmpdir(), 'rapref-kill-'))
const file = join(folder, 'sweep.yaml')
const [calm, hunted] = [join(folder, 'calm'), join(folder, 'hunted')]
const settings = [
  'preset: smoke',
  `out: ${calm}`,
  'set: {steps: 1600, minutes: 30}',
  'grid: {teacher: [oracle, mistake]}',
]
writeFileSync(file, ['# Does a sweep survive?', ...settings, `seeds: ${runs / 2}`, ''].join('\n'))
say(`${runs} runs, kills by seed ${seed}, in ${folder}`)

const began = Date.now()
assert.equal(await startSweep([file]).ended, 0)
say(`the calm one took ${seconds(began)}`)

/** Attempts of the runs that were finished when somebody was killed. */
const triesWhenFinished = new Map<string, number>()
const hunting = Date.now()
let sweep: SweepProcess | undefined
for (const [index, victims] of (['the sweep', 'a run', 'both'] as const).entries()) {
  sweep ??= startSweep([file, '--out', hunted])
  await until(() => finishedIds(hunted).length >= (index * runs) / 4)
  await sleep(random.uniform(0, (Date.now() - hunting) / 4))
  await until(() => workerPids(hunted).length > 0)
  const finished = finishedIds(hunted)
  const workers = workerPids(hunted)
  if (victims !== 'a run') sweep.child.kill('SIGKILL')
  if (victims !== 'the sweep') process.kill(workers[random.integer(workers.length)]!, 'SIGKILL')
  const tries = attempts(hunted)
  for (const id of finished) triesWhenFinished.set(id, tries[id]!)
  say(`killed ${victims} at ${seconds(hunting)}, with ${finished.length} finished`)
  if (victims !== 'a run') {
    await sweep.ended
    sweep = undefined
  }
}
const last = startSweep([file, '--out', hunted])
assert.equal(await last.ended, 0, last.said())
say(`the hunted one took ${seconds(hunting)}`)

assert.equal(finishedIds(hunted).length, runs)
assert.deepEqual(answers(hunted), answers(calm))
const tries = attempts(hunted)
for (const [id, times] of triesWhenFinished) assert.equal(tries[id], times, `${id} was finished and is redone`)
const more = Object.values(tries).filter((times) => times > 1).length
say(`${runs} finished with the answers of the calm one; ${more} gone on with after a kill, none redone`)
rmSync(folder, { recursive: true })

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(50)
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(0)} s`
}
