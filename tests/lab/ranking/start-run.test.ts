// A run started from the page is a process of its own, which ends well with the server.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { type RunStarter, runStarter } from '../../../lab/ranking/start-run.ts'

let folder: string
let starter: RunStarter
const said: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
  said.length = 0
  starter = runStarter({ folder, log: (line) => void said.push(line) })
})
afterEach(async () => {
  await starter.close()
  rmSync(folder, { recursive: true, force: true })
})

test('one run at a time, with the ranking it was started from, stopped well when the server closes', async () => {
  const { run, command } = await starter.start({ task: 'reach', order: ['near', 'less energy beyond 0.5sd'] })
  expect(command).toBe(`rapref train heron 'task=reach' 'order=["near","less energy beyond 0.5sd"]'`)
  await expect(starter.start({ task: 'reach', order: ['near'] })).rejects.toThrow(
    `${run} is still running; one run at a time is started from this page`,
  )
  const settings = join(folder, run, 'config.yaml')
  await vi.waitFor(() => expect(existsSync(settings)).toBe(true), { timeout: 120_000, interval: 100 })
  expect(parse(readFileSync(settings, 'utf8'))).toMatchObject({
    ...{ method: 'heron', task: 'reach' },
    order: ['near', 'less energy beyond 0.5sd'],
  })
  await starter.close()
  expect(said).toEqual([`started ${run}`, expect.stringMatching(new RegExp(`^${run} (has finished|ended with)`))])
})

test('a ranking that cannot be read starts nothing', async () => {
  await expect(starter.start({ task: 'rech', order: ['near'] })).rejects.toThrow(/rech.*reach/s)
  expect(said).toEqual([])
})
