import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runIndex } from '../../../viewer/server/run-index.ts'
import { writeRun } from '../../support/run-folders.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rapref-index-'))
})

afterEach(() => rmSync(root, { recursive: true }))

const at = (name: string) => join(root, name)

async function looked() {
  const index = runIndex(root)
  await index.look()
  return index
}

test('each state of a run is told from what lies in its folder', async () => {
  for (const state of ['running', 'finished', 'failed', 'interrupted', 'stale'] as const) writeRun(at(state), { state })
  const index = await looked()
  for (const { id, state } of index.list()) expect(state).toBe(id)
  expect(index.list()[0]?.id).toBe('running')
})

test('a summary holds who the run is, its last numbers, and why it ended', async () => {
  writeRun(at('a'), {
    task: 'push',
    method: 'rune',
    seed: 7,
    state: 'failed',
    note: 'the loss is NaN',
    success: [0, 0.4],
  })
  expect((await looked()).summary('a')).toMatchObject({
    task: 'push',
    method: 'rune',
    seed: 7,
    state: 'failed',
    started: Date.parse('2026-01-01T00:00:00Z'),
    scores: { steps: 2000, success: 0.4, labels: 20 },
    note: 'the loss is NaN',
  })
})

test('of a hundred settings those are shown in which the runs differ', async () => {
  writeRun(at('a'), { settings: { teacher: 'noisy', 'sac.width': 64 } })
  writeRun(at('b'), { seed: 2, settings: { teacher: 'skip', 'sac.width': 64 } })
  const index = await looked()
  expect(index.summary('a')?.settings).toEqual({ teacher: 'noisy' })
  writeRun(at('c'), { settings: { teacher: 'skip', 'sac.width': 128 } })
  expect([...(await index.look())].sort()).toEqual(['a', 'b', 'c'])
  expect(index.summary('b')?.settings).toEqual({ teacher: 'skip', 'sac.width': 64 })
})

test('a look tells which runs changed, and nothing where nothing did', async () => {
  writeRun(at('a'), { state: 'running' })
  writeRun(at('b'))
  const index = await looked()
  expect([...(await index.look())]).toEqual([])
  appendFileSync(join(at('a'), 'metrics.jsonl'), `${JSON.stringify({ kind: 'end', outcome: 'finished' })}\n`)
  expect([...(await index.look())]).toEqual(['a'])
  expect(index.summary('a')?.state).toBe('finished')
})

test('a run that ended and was resumed runs again', async () => {
  writeRun(at('a'), { state: 'interrupted' })
  const index = await looked()
  appendFileSync(
    join(at('a'), 'metrics.jsonl'),
    `${JSON.stringify({ kind: 'begin', task: 'reach', method: 'pebble', seed: 1 })}\n`,
  )
  expect([...(await index.look())]).toEqual(['a'])
  expect(index.summary('a')?.state).toBe('running')
})

test('torn files do not hide a run', async () => {
  writeRun(at('a'), { state: 'running' })
  writeFileSync(join(at('a'), 'meta.json'), '{"task":')
  writeFileSync(join(at('a'), 'config.yaml'), '3')
  expect((await looked()).summary('a')).toMatchObject({ task: 'unknown', method: 'unknown', seed: 0, settings: {} })
})

function plan(...names: readonly string[]) {
  mkdirSync(at('sweep/failed'), { recursive: true })
  const runs = names.map((name, seed) => ({
    id: `id-${name}`,
    name,
    condition: 'c',
    task: 'push',
    seed,
    settings: { width: seed },
  }))
  writeFileSync(at('sweep/plan.json'), JSON.stringify({ base: { method: 'pebble' }, runs }))
}

test('planned runs wait for their turn until they have a folder, and again when it is taken away', async () => {
  plan('a', 'b')
  const index = await looked()
  expect(index.summary('a')).toMatchObject({ state: 'queued', task: 'push', method: 'pebble', settings: { width: 0 } })
  writeRun(at('a'), { state: 'running' })
  await index.look()
  expect(index.summary('a')?.state).toBe('running')
  expect(index.list()).toHaveLength(2)
  rmSync(at('a'), { recursive: true })
  await index.look()
  expect(index.summary('a')?.state).toBe('queued')
})

test('a run that its sweep calls failed is failed, whatever its folder says, until it finishes', async () => {
  plan('a', 'b')
  writeRun(at('a'), { state: 'running' })
  const index = await looked()
  for (const name of ['a', 'b'])
    writeFileSync(at(`sweep/failed/id-${name}.json`), JSON.stringify({ message: 'killed by signal 9' }))
  expect([...(await index.look())].sort()).toEqual(['a', 'b'])
  for (const name of ['a', 'b'])
    expect(index.summary(name)).toMatchObject({ state: 'failed', note: 'killed by signal 9' })
  expect(index.logOf('a')).toBe(at('sweep/logs/id-a.log'))
  expect([...(await index.look())]).toEqual([])
})

test('a plan that was made anew drops what it does not name', async () => {
  plan('a', 'b')
  const index = await looked()
  plan('a')
  await index.look()
  expect(index.list().map(({ id }) => id)).toEqual(['a'])
})
