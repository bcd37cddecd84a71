import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseSweepFile, readSweepFile } from '../../../../lab/sweep/file/read-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sweep-file-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the first line of a file is the question that it asks', () => {
  const path = join(folder, 'a.yaml')
  writeFileSync(path, '# Which teacher is best?\n# More words.\npreset: smoke\nout: runs/a\n')
  expect(readSweepFile(path)).toMatchObject({ path, question: 'Which teacher is best?', file: { preset: 'smoke' } })
})

test('a preset that is a file lies beside the sweep file', () => {
  const path = join(folder, 'a.yaml')
  writeFileSync(path, 'preset: base.yaml\nout: runs/a\n')
  expect(readSweepFile(path)).toMatchObject({ question: '', file: { preset: join(folder, 'base.yaml') } })
})

test('what is not said has its default', () => {
  expect(parseSweepFile('preset: smoke\nout: runs/a', 'a.yaml')).toMatchObject({
    executor: 'local',
    onFailure: 'continue',
    grid: {},
    exclude: [],
    slurm: { cores: 1, runsPerJob: 1 },
  })
})

test.each([
  ['preset: smoke\nout: a\ngird: {}', 'unknown key "gird" (in a.yaml); nearest: grid'],
  ['preset: smoke\nout: a\nslurm: {partion: x}', 'unknown key "slurm.partion" (in a.yaml); nearest: partition'],
  ['preset: smoke\nout: a\nhalving: {buget: steps}', 'halving'],
  ['preset: smoke', 'out is missing (in a.yaml)'],
  ['preset: smoke\nout: a\nseeds: many', 'seeds is "many" (in a.yaml)'],
  ['preset: smoke\nout: a\ngrid: {seed: 3}', 'grid.seed is 3 (in a.yaml)'],
  ['preset: smoke\nout: a\nexecutor: slrm', 'executor is "slrm" (in a.yaml)'],
  [
    'preset: smoke\nout: a\nhalving: {budget: steps, rungs: [5, 5]}',
    'halving.rungs is [5, 5] (in a.yaml); expected values',
  ],
  ['- a', 'a.yaml: found no keys, expected such as "preset: quickstart"'],
  ['preset: {', 'a.yaml line 1'],
])('%j is refused in words', (text, message) => {
  expect(() => parseSweepFile(text, 'a.yaml')).toThrow(message)
})

test('a file that is not there is named', () => {
  expect(() => readSweepFile(join(folder, 'no.yaml'))).toThrow(/found no file .*no\.yaml; expected a sweep file/)
})
