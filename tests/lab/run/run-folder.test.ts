import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { configSchema } from '../../../lab/config/schema.ts'
import { readRun } from '../../../lab/run/read-run.ts'
import { createRun, type RunFolder, resumeRun } from '../../../lab/run/run-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const config = configSchema.parse({ seed: 4, labels: 20 })
const origin = {
  engine: 'engine 1',
  executors: ['cpu'],
  started: '2026-11-23T14:00:00.000Z',
  command: 'rapref train smoke',
  source: 'preset smoke',
}
const create = (name = 'first') => createRun({ folder: join(folder, 'runs'), name, config, origin })
const path = () => join(folder, 'runs', 'first')
const point = (steps: number) => ({ kind: 'point', curve: 'success', steps, value: 0.5 }) as const

const summary = {
  run: 'runs/first',
  task: 'drawer-open',
  method: 'pebble',
  seed: 4,
  labels: 20,
  steps: 100,
  minutes: 1,
  success: 0.96,
  successInterval: [0.86, 0.99] as [number, number],
  rewardSpearman: null,
  heldOutLabelAccuracy: 0.9,
}

function resume(engine = 'engine 1'): { run: RunFolder; notes: string[] } {
  const notes: string[] = []
  return { run: resumeRun(path(), engine, (note) => notes.push(note)), notes }
}

describe('a new run', () => {
  test('begins with its configuration and who made it', async () => {
    const run = await create()
    run.close()
    expect(readdirSync(path()).sort()).toEqual([
      'checkpoints',
      'config.yaml',
      'meta.json',
      'metrics.jsonl',
      'recordings',
      'tensorboard',
    ])
    const { name, config: read, meta } = readRun(path())
    expect(name).toBe('first')
    expect(read).toEqual(config)
    expect(meta).toMatchObject({ task: 'drawer-open', seed: 4, engine: 'engine 1', node: process.version })
  })

  test('never overwrites another, and says what to type', async () => {
    const run = await create()
    run.close()
    await expect(create()).rejects.toThrow(
      `${path()} exists already, and a run never overwrites another. Choose a name: --name first-2; or go on with it: rapref train --resume ${path()}`,
    )
  })

  test('names what is in the way of its folder', async () => {
    writeFileSync(join(folder, 'runs'), 'a file')
    await expect(create()).rejects.toThrow(`Cannot create ${join(folder, 'runs')}: `)
  })

  test('needs a name that is one plain folder', async () => {
    await expect(create('../up')).rejects.toThrow('found run name "../up", expected letters, digits, dots and dashes')
    expect(existsSync(join(folder, 'runs'))).toBe(false)
  })

  test('writes files whole into its own folder', async () => {
    const run = await create()
    await run.write('report.html', '<p>')
    await run.write('recordings/1.rec', new Uint8Array([7]))
    run.close()
    expect(readFileSync(run.file('report.html'), 'utf8')).toBe('<p>')
    expect([...readFileSync(join(path(), 'recordings', '1.rec'))]).toEqual([7])
  })
})

describe('a run that goes on', () => {
  test('keeps what was measured, but for a torn last line, of which it tells', async () => {
    const begun = await create()
    begun.metrics.append(point(1))
    begun.close()
    appendFileSync(join(path(), 'metrics.jsonl'), '{"kind":"poi')
    const { run, notes } = resume()
    run.metrics.append(point(2))
    run.close()
    expect(notes).toEqual(['cut off the torn last line of metrics.jsonl (12 bytes)'])
    expect(
      readFileSync(join(path(), 'metrics.jsonl'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    ).toEqual([point(1), point(2)])
    expect(run.config).toEqual(config)
  })

  test('cannot be written by two at once', async () => {
    const run = await create()
    expect(() => resume()).toThrow(/metrics\.jsonl is being written by process \d+ on .*; one writer at a time/)
    run.close()
    resume().run.close()
    expect(readdirSync(path())).not.toContain('metrics.jsonl.lock')
  })

  test('says when the physics differs from when it began', async () => {
    const begun = await create()
    begun.close()
    const { run, notes } = resume('engine 2')
    run.close()
    expect(notes).toEqual(['the run began on engine 1, this is engine 2: it will not repeat bit for bit'])
  })

  test('must not be finished', async () => {
    const run = await create()
    run.metrics.append({ kind: 'final', ...summary })
    run.close()
    expect(() => resume()).toThrow(`${path()} is finished (success 0.96); to learn more, start another run`)
  })
})
