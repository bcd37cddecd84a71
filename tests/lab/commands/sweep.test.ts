import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type } from '../../support/command-line.ts'
import { answers, attempts, finishedIds, startSweep, workerPids } from '../../support/sweep-process.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sweep-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function sweepFile(lines: string): string {
  const file = join(folder, 'sweep.yaml')
  writeFileSync(file, `# Does it work?\npreset: smoke\nout: ${join(folder, 'out')}\n${lines}`)
  return file
}

describe('rapref sweep', () => {
  test('killed with its runs, and a run by itself: ends with every run, none redone, and the answers of one left alone', async () => {
    const file = sweepFile('set: {steps: 1600, minutes: 30}\nseeds: 3')
    const [calm, hunted] = [join(folder, 'calm'), join(folder, 'hunted')]
    const words = [file, '--out', hunted]

    const first = startSweep(words)
    await until(() => finishedIds(hunted).length >= 1 && workerPids(hunted).length > 0)
    const done = finishedIds(hunted)
    first.child.kill('SIGKILL')
    for (const pid of workerPids(hunted)) kill(pid)
    await first.ended

    const second = startSweep([...words, '--json'])
    await until(() => workerPids(hunted).length > 0)
    for (const pid of workerPids(hunted)) kill(pid)
    expect(await second.ended, second.said()).toBe(0)
    expect(second.said()).toContain('"planned":3,"finished":3,"failed":0')
    for (const id of done) expect(attempts(hunted)[id], `attempts of ${id}, which was finished`).toBe(1)

    expect(await startSweep([file, '--out', calm]).ended).toBe(0)
    expect(Object.keys(answers(calm))).toHaveLength(3)
    expect(answers(hunted)).toEqual(answers(calm))

    const again = await type(`sweep ${file} --out ${calm} --json`)
    expect(JSON.parse(again.stdout)).toMatchObject({ planned: 3, finished: 3, skipped: 3 })
    expect(Object.values(attempts(calm))).toEqual([1, 1, 1])
  })

  test('lists what it would do, and does nothing', async () => {
    const file = sweepFile('grid: {teacher: [oracle, skip]}\nseeds: 2')
    const { code, stdout } = await type(`sweep ${file} --dry-run --no-probe --json`)
    expect(code).toBe(0)
    const document = JSON.parse(stdout)
    expect(document).toMatchObject({ planned: 4, finished: 0, failed: 0, skipped: 0 })
    expect(document.runs[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{12}$/),
      folder: expect.stringContaining(join(folder, 'out', 'teacher-oracle-drawer-open-s1-')),
      state: 'queued',
    })
    expect((await type(`sweep ${file} --dry-run --no-probe`)).stdout).toMatch(
      /^state +condition [\s\S]*\n4 runs: 4 queued\n$/,
    )
    expect(() => readFileSync(join(folder, 'out'))).toThrow('ENOENT')
  })

  test('tells what it may cost, from a timing probe', async () => {
    const { stdout } = await type(`sweep ${sweepFile('seeds: 4')} --dry-run --json`)
    const { estimate } = JSON.parse(stdout)
    expect(estimate).toMatchObject({ left: 4, basis: 'a timing probe of one run' })
    expect(estimate.runSeconds).toBeGreaterThan(0)
    expect(estimate.seconds).toBeCloseTo(estimate.runSeconds / estimate.slots, 9)
  })

  test('leaves a failed run as it is until it is told to try again, and says so with its exit code', async () => {
    const file = sweepFile('set: {device: tensorflow}')
    const failed = await type(`sweep ${file} --json`)
    expect(failed.code).toBe(1)
    expect(JSON.parse(failed.stdout)).toMatchObject({ planned: 1, failed: 1 })
    expect(failed.stderr).toContain('device tensorflow does not work here')
    const again = await type(`sweep ${file}`)
    expect(again.stdout).toContain('1 failed before (--retry-failed tries them again), nothing to do')
    expect((await type(`sweep ${file} --retry-failed`)).stdout).toContain('1/1 failed')
  })
})

describe('rapref sweep refuses', () => {
  test.each([
    ['', '--executor slrm', 'unknown executor "slrm": did you mean "slurm"?'],
    ['gird: {}', '', 'unknown key "gird" (in '],
    ['grid: {task: [psh]}', '', 'unknown task "psh": did you mean "push"?'],
    ['grid: {sac.widht: [1]}', '', 'unknown key "sac.widht" (from grid in '],
  ])('%j with "%s", in one line', async (lines, words, message) => {
    const { code, stderr } = await type(`sweep ${sweepFile(lines)} --dry-run --no-probe ${words}`)
    expect(stderr).toContain(message)
    expect(stderr.trim()).not.toContain('\n')
    expect(code).toBe(2)
  })
})

test('rapref work does what is left of a sweep, and no run twice', async () => {
  const file = sweepFile('set: {steps: 800, minutes: 30}\nseeds: 1')
  expect((await type(`work ${join(folder, 'out')}`)).stderr).toContain('found no sweep in')
  const stopped = await type(`sweep ${file}`, { signal: AbortSignal.abort() })
  expect(stopped.code).toBe(1)
  expect(stopped.stderr).toContain('stopped with 0 of 1 runs finished, nothing is lost; to go on, type the same again')
  const { stdout } = await type(`work ${join(folder, 'out')} --json`)
  expect(JSON.parse(stdout)).toMatchObject([{ ending: 'finished' }])
  expect((await type(`work ${join(folder, 'out')}`)).stdout).toContain('nothing was left to do')
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20)
}

/** It may have ended by itself just now. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
