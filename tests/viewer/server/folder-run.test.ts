import { appendFile, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { folderRun } from '../../../viewer/server/folder-run.ts'
import { movingRecording } from '../../support/moving-recording.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapref-run-'))
  await writeFile(join(folder, 'meta.json'), JSON.stringify({ version: '0.1.0', seed: 7 }))
  await writeFile(join(folder, 'config.yaml'), 'task: push\nmethod: pebble\n')
})

afterEach(() => rm(folder, { recursive: true }))

const open = () => folderRun({ name: 'a', folder, log: () => {} })
const say = (...events: unknown[]) =>
  appendFile(join(folder, 'metrics.jsonl'), events.map((event) => `${JSON.stringify(event)}\n`).join(''))
const point = { kind: 'point', curve: 'success', steps: 10, value: 0.5 }

test('who a run is stands in its configuration and meta data', async () => {
  const run = open()
  expect(await run.refresh()).toEqual(['summary', 'status', 'curves', 'clips'])
  expect(run.view.summary).toEqual({ id: 'a', task: 'push', method: 'pebble', seed: 7, state: 'running' })
})

test('torn meta data does not hide the run', async () => {
  await writeFile(join(folder, 'meta.json'), '{"seed":')
  await writeFile(join(folder, 'config.yaml'), '3')
  const run = open()
  await run.refresh()
  expect(run.view.summary).toEqual({ id: 'a', task: 'unknown', method: 'unknown', seed: 0, state: 'running' })
})

test('what is added to the metrics is told as the parts that it changes', async () => {
  const run = open()
  await run.refresh()
  expect(await run.refresh()).toEqual([])
  await say(point)
  expect(await run.refresh()).toEqual(['curves'])
  expect(run.view.curves).toEqual([{ name: 'success', points: [[10, 0.5]] }])
})

test('a run that said that it is finished is finished, however long ago', async () => {
  await say({ kind: 'end', outcome: 'finished' })
  await makeOld()
  const run = open()
  await run.refresh()
  expect(run.view.status.state).toBe('finished')
})

test('a run that fell silent was stopped, and runs again when it is resumed', async () => {
  await say(point)
  await makeOld()
  const run = open()
  await run.refresh()
  expect(run.view.status.state).toBe('stopped')
  await say({ kind: 'begin', task: 'push', method: 'pebble', seed: 7 })
  expect(await run.refresh()).toContain('status')
  expect(run.view.status.state).toBe('running')
})

test('a recording that no line names is listed by what it says of itself', async () => {
  await mkdir(join(folder, 'recordings'))
  await writeFile(join(folder, 'recordings', 'named.rec'), encodeRecording(movingRecording()))
  await writeFile(join(folder, 'recordings', 'other.rec'), encodeRecording(movingRecording({ seed: 4, solvedAt: 10 })))
  await say({ kind: 'clip', id: 'named', checkpoint: '10 steps', steps: 10, seed: 1, success: false })
  const run = open()
  await run.refresh()
  expect(run.view.clips).toEqual([
    { id: 'named', task: 'push', checkpoint: '10 steps', steps: 10, seed: 1, success: false },
    { id: 'other', task: 'reach', checkpoint: 'expert', steps: 0, seed: 4, success: true },
  ])
  expect(await run.refresh()).toEqual([])
})

test('metrics that were written anew replace what was known', async () => {
  await say(point, { ...point, steps: 20 })
  const run = open()
  await run.refresh()
  await writeFile(join(folder, 'metrics.jsonl'), `${JSON.stringify({ ...point, value: 0.9 })}\n`)
  await run.refresh()
  expect(run.view.curves).toEqual([{ name: 'success', points: [[10, 0.9]] }])
})

async function makeOld(): Promise<void> {
  const longAgo = new Date(Date.now() - 3_600_000)
  for (const name of ['meta.json', 'config.yaml', 'metrics.jsonl']) await utimes(join(folder, name), longAgo, longAgo)
}
