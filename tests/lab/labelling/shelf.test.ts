import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openShelf } from '../../../lab/labelling/shelf.ts'
import { writeRecordings } from '../../support/recordings-to-judge.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shelf-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

test('a run, or a dataset, is known by its recordings', async () => {
  writeRecordings(folder, { starts: 2, each: 2, steps: 30 })
  const shelf = openShelf(folder)
  expect(shelf.episodes.map(({ id }) => id)).toEqual(['0-0', '0-1', '1-0', '1-1'])
  expect(shelf.episodes[3]).toMatchObject({ task: 'reach', seed: 1, steps: 30, ending: '1-1' })
  expect(shelf.stepSeconds('0-0')).toBeCloseTo(1 / 80)
  expect((await shelf.load('1-0')).seed).toBe(1)
})

test('a folder of datasets is all of them, each recording behind the name of its own', () => {
  writeRecordings(join(folder, 'expert'), { starts: 1, each: 1 })
  writeRecordings(join(folder, 'random'), { starts: 1, each: 1 })
  expect(openShelf(folder).episodes.map(({ id }) => id)).toEqual(['expert/0-0', 'random/0-0'])
})

test('where there is nothing to see, one line says how to make something', () => {
  expect(() => openShelf(folder)).toThrow(
    `found no recordings in ${folder}; expected a run folder, or what rapref record wrote. ` +
      'To make some, type: rapref record drawer-open --policy expert --episodes 20',
  )
  expect(() => openShelf(join(folder, 'nowhere'))).toThrow(join(folder, 'nowhere'))
})

test('a damaged recording is named', () => {
  writeRecordings(folder, { starts: 1, each: 1 })
  writeFileSync(join(folder, 'recordings', 'torn.rec'), 'RR')
  expect(() => openShelf(folder)).toThrow(join(folder, 'recordings', 'torn.rec is damaged'))
})
