import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { folderRun } from '../../../viewer/server/folder-run.ts'
import { movingRecording } from '../../support/moving-recording.ts'
import { someSummary } from '../../support/some-summary.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapref-run-'))
  await writeFile(join(folder, 'meta.json'), JSON.stringify({ version: '0.1.0', seed: 7 }))
  await writeFile(join(folder, 'config.yaml'), 'task: push\nsac:\n  width: 64\n')
})

afterEach(() => rm(folder, { recursive: true }))

const open = () => folderRun({ folder, rollsOut: true, logFile: undefined, log: () => {} })
const running = someSummary({ id: 'a', task: 'push', state: 'running' })
const say = (...events: unknown[]) =>
  appendFile(join(folder, 'metrics.jsonl'), events.map((event) => `${JSON.stringify(event)}\n`).join(''))
const point = { kind: 'point', curve: 'success', steps: 10, value: 0.5 }

test('the first look tells everything, with the summary that it was given', async () => {
  const run = open()
  expect(await run.refresh(running)).toEqual(['summary', 'status', 'curves', 'clips', 'about'])
  expect(run.view.summary).toBe(running)
  expect(run.view.about).toMatchObject({
    folder,
    configuration: { task: 'push', 'sac.width': 64 },
    origin: { version: '0.1.0' },
  })
})

test('what is added to the metrics is told as the parts that it changes', async () => {
  const run = open()
  await run.refresh(running)
  await say(point)
  expect(await run.refresh(running)).toEqual(['curves', 'about'])
  expect(run.view.curves).toEqual([{ name: 'success', points: [[10, 0.5]] }])
})

test('lines are taken in once, however many look at the same time', async () => {
  const run = open()
  await say(point, { ...point, steps: 20 })
  await Promise.all([run.refresh(running), run.refresh(running), run.refresh(running)])
  expect(run.view.curves[0]?.points).toHaveLength(2)
})

test('how it stands is what the summary says: a run that fell silent is stale', async () => {
  await say({ kind: 'begin', task: 'push', method: 'pebble', seed: 7 }, point)
  const run = open()
  await run.refresh(someSummary({ state: 'stale' }))
  expect(run.view.status.state).toBe('stale')
  await run.refresh(someSummary({ state: 'failed', note: 'killed' }))
  expect(run.view.status).toMatchObject({ state: 'failed', note: 'killed' })
})

test('a recording that no line names is listed by what it says of itself', async () => {
  await mkdir(join(folder, 'recordings'))
  await writeFile(join(folder, 'recordings', 'named.rec'), encodeRecording(movingRecording()))
  await writeFile(join(folder, 'recordings', 'other.rec'), encodeRecording(movingRecording({ seed: 4, solvedAt: 10 })))
  await say({ kind: 'clip', id: 'named', checkpoint: '10 steps', steps: 10, seed: 1, success: false })
  const run = open()
  await run.refresh(running)
  expect(run.view.clips).toEqual([
    { id: 'named', task: 'push', checkpoint: '10 steps', steps: 10, seed: 1, success: false },
    { id: 'other', task: 'reach', checkpoint: 'expert', steps: 0, seed: 4, success: true },
  ])
})

test('metrics that were written anew replace what was known', async () => {
  await say(point, { ...point, steps: 20 })
  const run = open()
  await run.refresh(running)
  await writeFile(join(folder, 'metrics.jsonl'), `${JSON.stringify({ ...point, value: 0.9 })}\n`)
  await run.refresh(running)
  expect(run.view.curves).toEqual([{ name: 'success', points: [[10, 0.9]] }])
})
