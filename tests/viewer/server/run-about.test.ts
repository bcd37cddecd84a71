import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readAbout } from '../../../viewer/server/run-about.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapref-about-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

test('settings, origin and notes are read from the files of the run', async () => {
  write('config.yaml', 'task: push\nsac:\n  width: 64\n')
  write(
    'meta.json',
    JSON.stringify({ command: 'rapref train push', executors: ['cpu', 'eager'], commit: null, machine: {} }),
  )
  write('notes.md', '\nThe best so far.\n')
  expect(await readAbout(folder, { rollsOut: true })).toEqual({
    folder,
    configuration: { task: 'push', 'sac.width': 64 },
    origin: { command: 'rapref train push', executors: 'cpu, eager' },
    notes: 'The best so far.',
    lastLines: [],
    rollsOut: false,
  })
})

test('the last lines are those of the log that was written last, also one that lies elsewhere', async () => {
  write('old.log', 'old\n')
  utimesSync(join(folder, 'old.log'), new Date(0), new Date(0))
  write('train.log', Array.from({ length: 5000 }, (_, i) => `line ${i}\n`).join(''))
  const { lastLines } = await readAbout(folder, { rollsOut: true })
  expect(lastLines).toHaveLength(30)
  expect(lastLines.at(-1)).toBe('line 4999')
  utimesSync(join(folder, 'train.log'), new Date(0), new Date(0))
  write('elsewhere', 'out of memory\n')
  expect((await readAbout(folder, { rollsOut: true, logFile: join(folder, 'elsewhere') })).lastLines).toEqual([
    'out of memory',
  ])
})

test('a policy can be rolled out where there is one, and somebody who rolls it out', async () => {
  write('policy.onnx', 'weights')
  expect((await readAbout(folder, { rollsOut: true })).rollsOut).toBe(true)
  expect((await readAbout(folder, { rollsOut: false })).rollsOut).toBe(false)
})

test('a folder that is not there, or whose files are torn, says nothing', async () => {
  write('meta.json', '{"command":')
  expect((await readAbout(folder, { rollsOut: true })).origin).toEqual({})
  const nothing = await readAbout(join(folder, 'nothing'), { rollsOut: true, logFile: join(folder, 'none') })
  expect(nothing).toMatchObject({ configuration: {}, notes: null, lastLines: [], rollsOut: false })
})
