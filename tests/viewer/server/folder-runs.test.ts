import { appendFile, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { folderRuns } from '../../../viewer/server/folder-runs.ts'
import type { Change } from '../../../viewer/server/source.ts'
import { movingRecording } from '../../support/moving-recording.ts'

/** For what takes an instant, on a machine of any speed. */
const patience = { timeout: 60_000 }

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapref-runs-'))
})

afterEach(() => rm(folder, { recursive: true }))

const open = () => folderRuns({ folder, log: () => {}, lookEverySeconds: 0.05 })

async function addRun(name: string, minutesOld = 0): Promise<void> {
  const run = join(folder, name)
  await mkdir(join(run, 'recordings'), { recursive: true })
  await writeFile(join(run, 'meta.json'), JSON.stringify({ task: 'reach', method: 'pebble', seed: 1 }))
  await writeFile(join(run, 'recordings', 'c1.rec'), encodeRecording(movingRecording({ solvedAt: 40 })))
  await say(name, { kind: 'clip', id: 'c1', checkpoint: 'start', steps: 0, seed: 1, success: true })
  const then = new Date(Date.now() - minutesOld * 60_000)
  for (const each of ['meta.json', 'metrics.jsonl', 'recordings']) await utimes(join(run, each), then, then)
}

function say(run: string, event: unknown): Promise<void> {
  return appendFile(join(folder, run, 'metrics.jsonl'), `${JSON.stringify(event)}\n`)
}

test('the runs of a folder are listed, newest first, and nothing else', async () => {
  await addRun('older', 10)
  await addRun('newer')
  await mkdir(join(folder, 'no-run'))
  await mkdir(join(folder, '.hidden'))
  await writeFile(join(folder, 'report.html'), '')
  expect((await open().list()).map(({ id, state }) => [id, state])).toEqual([
    ['newer', 'running'],
    ['older', 'stale'],
  ])
})

test('a run and its clips can be read', async () => {
  await addRun('a')
  const runs = open()
  expect((await runs.read('a'))?.clips).toHaveLength(1)
  expect(await runs.clip('a', 'c1')).toMatchObject({ run: 'a', frames: 27, clip: { id: 'c1' } })
  expect(await runs.clip('a', 'c2')).toBeUndefined()
  expect(await runs.clip('../a', 'c1')).toBeUndefined()
  expect(await runs.read('b')).toBeUndefined()
})

test('a recording that was listed and has gone is not there', async () => {
  await addRun('a')
  const runs = open()
  await runs.read('a')
  await rm(join(folder, 'a', 'recordings', 'c1.rec'))
  expect(await runs.clip('a', 'c1')).toBeUndefined()
})

test('who listens hears of new runs, of news and of runs that vanish', async () => {
  await addRun('a')
  const runs = open()
  await runs.list()
  const heard: Change[] = []
  const stop = runs.subscribe((change) => heard.push(change))
  await say('a', { kind: 'point', curve: 'success', steps: 1, value: 1 })
  await expect.poll(() => heard, patience).toContainEqual({ run: 'a', parts: ['summary'] })
  // Of a run that was read, more is told.
  await runs.read('a')
  await say('a', { kind: 'point', curve: 'success', steps: 2, value: 1 })
  await expect.poll(() => heard.some(({ parts }) => parts.includes('curves')), patience).toBe(true)
  await addRun('b')
  await expect.poll(() => heard.some(({ run, parts }) => run === 'b' && parts.includes('summary')), patience).toBe(true)
  await rm(join(folder, 'b'), { recursive: true })
  const heardBefore = heard.length
  await expect.poll(async () => (await runs.list()).map(({ id }) => id), patience).toEqual(['a'])
  expect(heard.slice(heardBefore)).toContainEqual({ run: 'b', parts: ['summary'] })
  stop()
})

test('runs in folders below are found, by their path', async () => {
  await addRun('a')
  await mkdir(join(folder, 'teachers'))
  await addRun('teachers/b')
  const runs = open()
  expect((await runs.list()).map(({ id }) => id).sort()).toEqual(['a', 'teachers/b'])
  expect(await runs.clip('teachers/b', 'c1')).toMatchObject({ run: 'teachers/b' })
})

test('a policy that a run kept starts from any seed where it can be rolled out, and is rolled out once', async () => {
  await addRun('a')
  await writeFile(join(folder, 'a', 'policy.onnx'), 'weights')
  const asked: unknown[] = []
  const rollOut = async (of: string, seed: number) => {
    asked.push([of, seed])
    return movingRecording({ seed, solvedAt: 3 })
  }
  const runs = folderRuns({ folder, rollOut, log: () => {} })
  expect((await runs.read('a'))?.about.rollsOut).toBe(true)
  const [first, again] = [await runs.clip('a', 'start-500007'), await runs.clip('a', 'start-500007')]
  expect(first?.clip).toMatchObject({ id: 'start-500007', seed: 500_007, checkpoint: 'kept', success: true })
  expect(again).toBe(first)
  expect(asked).toEqual([[join(folder, 'a'), 500_007]])
  expect(await open().clip('a', 'start-500007')).toBeUndefined()
})

test('a folder that is not there is an error', async () => {
  await expect(folderRuns({ folder: join(folder, 'nothing'), log: () => {} }).list()).rejects.toThrow('ENOENT')
})
