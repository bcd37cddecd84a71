import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { executors } from '../../../../lab/sweep/executors/executors.ts'
import { readSweepFile } from '../../../../lab/sweep/file/read-file.ts'
import { makeSweepFolder, writePlan } from '../../../../lab/sweep/folder/plan-file.ts'
import { planHere } from '../../../../lab/sweep/plan-here.ts'
import { readFailure, readStates } from '../../../../lab/sweep/read-sweep.ts'
import { fakeSlurm } from '../../../support/fake-slurm.ts'
import { workerPids } from '../../../support/sweep-process.ts'

let folder: string
const path = process.env.PATH
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'executor-'))
  process.env.PATH = `${fakeSlurm(folder)}:${path}`
})
afterEach(() => {
  process.env.PATH = path
  rmSync(folder, { recursive: true, force: true })
})

async function taskOf(lines: string, signal = new AbortController().signal) {
  const file = join(folder, 'sweep.yaml')
  const out = join(folder, 'out')
  writeFileSync(file, `preset: smoke\nout: ${out}\n${lines}`)
  const source = readSweepFile(file)
  const plan = await planHere(source)
  makeSweepFolder(out)
  await writePlan(out, plan, source.text)
  const changes: string[] = []
  const changed = ({ seed }: { seed: number }, state: string) => void changes.push(`${seed} ${state}`)
  return { out, plan, file: source.file, runs: plan.runs, signal, changed, log: () => {}, changes }
}

const statesOf = ({ out, plan }: Awaited<ReturnType<typeof taskOf>>) =>
  readStates(out, plan.runs).map(({ seed, state }) => `${seed} ${state}`)

describe.each(['local', 'slurm'] as const)('the executor %s', (name) => {
  test('does all runs, tells what becomes of each, and keeps why one failed', async () => {
    const task = await taskOf('set: {steps: 800, minutes: 30}\nlist: [{seed: 1}, {seed: 2, device: tensorflow}]')
    await executors[name](task)
    expect(statesOf(task)).toEqual(['1 finished', '2 failed'])
    expect(task.changes).toEqual(expect.arrayContaining(['1 finished', '2 failed']))
    const failure = readFailure(task.out, task.plan.runs[1]!)!
    expect(failure.message).toContain('device tensorflow does not work here')
    expect(failure.lines.at(-1)).toContain('device tensorflow does not work here')
    expect(workerPids(task.out)).toEqual([])
  })

  test('stops its runs where they are when it is told to', async () => {
    const controller = new AbortController()
    const task = await taskOf('set: {steps: 10000000, minutes: 30}\nseeds: 1', controller.signal)
    const ended = executors[name](task)
    const watch = setInterval(() => workerPids(task.out).length > 0 && controller.abort(), 100)
    await ended
    clearInterval(watch)
    expect(statesOf(task)[0]).toMatch(/^1 (interrupted|queued)$/)
    expect(workerPids(task.out)).toEqual([])
  })
})
