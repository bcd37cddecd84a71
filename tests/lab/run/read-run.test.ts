import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { configSchema } from '../../../lab/config/schema.ts'
import { readRun } from '../../../lab/run/read-run.ts'
import { createRun } from '../../../lab/run/run-folder.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'read-'))
  path = join(folder, 'first')
  const origin = { engine: 'e', executors: [], started: '', command: '', source: 'defaults' }
  const run = await createRun({ folder, name: 'first', config: configSchema.parse({}), origin })
  run.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a folder without a run is named, with what was expected', () => {
  mkdirSync(join(folder, 'empty'))
  expect(() => readRun(join(folder, 'empty'))).toThrow(
    `found no run in ${join(folder, 'empty')} (no meta.json); expected a run folder such as runs/first-try`,
  )
  expect(() => readRun(join(folder, 'nowhere'))).toThrow('found no run in')
})

test('damaged files are named', () => {
  writeFileSync(join(path, 'metrics.jsonl'), 'x\n{}\n')
  expect(() => readRun(path)).toThrow(`${join(path, 'metrics.jsonl')} line 1 is damaged: found "x", expected JSON`)
  writeFileSync(join(path, 'meta.json'), '{"task":')
  writeFileSync(join(path, 'metrics.jsonl'), '')
  expect(() => readRun(path)).toThrow(`${join(path, 'meta.json')} is damaged; expected what rapref wrote`)
})

test('a configuration that was changed by hand is checked again', () => {
  writeFileSync(join(path, 'config.yaml'), 'seed: -3\n')
  expect(() => readRun(path)).toThrow(`seed is -3 (from ${join(path, 'config.yaml')}); expected a whole number`)
})
