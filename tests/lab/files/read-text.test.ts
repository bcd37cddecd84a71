import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readText } from '../../../lab/files/read-text.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

const folder = temporaryFolder()
afterAll(folder.clean)

test('a file that is not there is an error with the nearest one of its kind', () => {
  expect(() => readText(join(folder.path, 'scores.json'))).toThrow(`found no file ${join(folder.path, 'scores.json')}`)
  writeFileSync(join(folder.path, 'score.json'), '{}')
  writeFileSync(join(folder.path, 'scores.txt'), '')
  expect(() => readText(join(folder.path, 'scores.json'))).toThrow('; did you mean "score.json" beside it?')
  expect(readText(join(folder.path, 'score.json'))).toBe('{}')
})

test('a folder in the place of a file is an error too', () => {
  expect(() => readText(folder.path)).toThrow(`Cannot read ${folder.path}: that is a folder, not a file (EISDIR).`)
})
