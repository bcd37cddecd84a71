import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { claimRun } from '../../../lab/sweep/folder/claim.ts'
import { sweepLayout } from '../../../lab/sweep/folder/layout.ts'
import { writeFailed } from '../../../lab/sweep/folder/outcome.ts'
import { makeSweepFolder, writePlan } from '../../../lab/sweep/folder/plan-file.ts'
import type { PlannedRun } from '../../../lab/sweep/plan/planned.ts'
import { countStates, readFailure, readResult, readSweep } from '../../../lab/sweep/read-sweep.ts'

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'read-sweep-'))
  makeSweepFolder(out)
})
afterEach(() => rmSync(out, { recursive: true, force: true }))

const run = (id: string): PlannedRun => ({ id, name: `n-${id}`, condition: 'c', task: 'push', seed: 1, settings: {} })

async function plan(...ids: string[]) {
  const builds = { version: '0.1.0', engine: 'x' }
  await writePlan(out, { question: 'Why?', source: 'x', base: {}, builds, varied: [], runs: ids.map(run) }, '')
}

const begin = (id: string) => mkdirSync(join(out, `n-${id}`))
const mark = (state: 'finished' | 'failed', id: string, text = '') =>
  writeFileSync(join(sweepLayout(out)[state], `${id}.json`), text)
const states = () => readSweep(out).runs.map(({ state }) => state)

/** A lock of a process that is nobody's, or of another machine. */
function foreignLock(id: string, holder: { host: string; pid: number }, secondsAgo = 0) {
  const path = join(sweepLayout(out).running, `${id}.lock`)
  writeFileSync(path, JSON.stringify({ ...holder, token: 'x' }))
  const then = new Date(Date.now() - secondsAgo * 1000)
  utimesSync(path, then, then)
}

describe('the state of a run is where its files lie', () => {
  test('queued, interrupted, failed, finished', async () => {
    await plan('a', 'b', 'c', 'd')
    for (const id of ['b', 'c', 'd']) begin(id)
    mark('failed', 'c')
    mark('finished', 'd')
    expect(states()).toEqual(['queued', 'interrupted', 'failed', 'finished'])
    expect(countStates(readSweep(out).runs)).toMatchObject({ queued: 1, interrupted: 1, failed: 1, finished: 1 })
  })

  test('a finished run whose folder was taken away is to be made again', async () => {
    await plan('a')
    mark('finished', 'a')
    expect(states()).toEqual(['queued'])
  })

  test('running while its claim is alive, also over an earlier failure; interrupted once it is given back', async () => {
    await plan('a')
    begin('a')
    mark('failed', 'a')
    const claim = claimRun(sweepLayout(out).running, 'a')!
    expect(states()).toEqual(['running'])
    expect(claimRun(sweepLayout(out).running, 'a')).toBeUndefined()
    claim.release()
    expect(states()).toEqual(['failed'])
  })

  test('a claim of a process that is gone is none, and can be taken over', async () => {
    await plan('a')
    begin('a')
    foreignLock('a', { host: hostname(), pid: 2 ** 22 - 3 })
    expect(states()).toEqual(['interrupted'])
    const claim = claimRun(sweepLayout(out).running, 'a')!
    expect(claim.former?.pid).toBe(2 ** 22 - 3)
    claim.release()
  })

  test('a claim of another machine is running while it is touched, stale a minute later, and then free to take', async () => {
    await plan('a')
    begin('a')
    foreignLock('a', { host: 'elsewhere', pid: 1 }, 50)
    expect(states()).toEqual(['running'])
    expect(claimRun(sweepLayout(out).running, 'a')).toBeUndefined()
    foreignLock('a', { host: 'elsewhere', pid: 1 }, 70)
    expect(states()).toEqual(['stale'])
    const claim = claimRun(sweepLayout(out).running, 'a')!
    expect(claim.former?.host).toBe('elsewhere')
    claim.release()
  })
})

test('states need no file of any run: ten thousand unreadable ones do not matter', async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `r${index}`)
  await plan(...ids)
  for (const id of ids.slice(0, 100)) {
    begin(id)
    mark('finished', id, 'not JSON')
  }
  expect(countStates(readSweep(out).runs)).toMatchObject({ queued: 9900, finished: 100 })
})

test('outcomes are read one by one, and a damaged one is named', async () => {
  const at = '2026-01-01T00:00:00.000Z'
  await plan('a', 'b')
  await writeFailed(sweepLayout(out).failed, { id: 'a', at, message: 'no', lines: ['x', 'no'] })
  expect(readFailure(out, { id: 'a' })).toEqual({ id: 'a', at, message: 'no', lines: ['x', 'no'] })
  expect(readResult(out, { id: 'a' })).toBeUndefined()
  mark('finished', 'b', '{')
  expect(() => readResult(out, { id: 'b' })).toThrow(/b\.json is damaged; delete it, and rapref sweep looks/)
})

test('a folder without a plan is no sweep', () => {
  expect(() => readSweep(out)).toThrow(/found no sweep in .*; to begin one, type: rapref sweep <file\.yaml>/)
})
