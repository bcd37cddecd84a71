import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLineFile, readLines } from '../../../lab/files/line-file.ts'
import { runLimited } from '../../support/run-limited.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-'))
  path = join(folder, 'metrics.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (torn = (_bytes: number) => {}) => openLineFile<{ n: number }>(path, torn)

function write(...numbers: number[]): void {
  const file = open()
  for (const n of numbers) file.append({ n })
  file.sync()
  file.close()
}

describe('a line file', () => {
  test('keeps what it was given, over openings', () => {
    write(1, 2)
    write(3)
    expect(readLines(path)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  })

  test('returns to an earlier size, and goes on from there', () => {
    const file = open()
    file.append({ n: 1 })
    const { size } = file
    file.append({ n: 2 })
    file.truncate(size)
    file.append({ n: 3 })
    file.close()
    expect(readLines(path)).toEqual([{ n: 1 }, { n: 3 }])
    expect(() => open().truncate(1000)).toThrow(`${path} has 16 bytes, cannot return to 1000`)
  })

  test('cuts off a torn last line on opening and says how much', () => {
    write(1)
    appendFileSync(path, '{"n":')
    const torn: number[] = []
    const file = open((bytes) => torn.push(bytes))
    expect(torn).toEqual([5])
    file.append({ n: 2 })
    file.close()
    expect(readLines(path)).toEqual([{ n: 1 }, { n: 2 }])
  })

  test('stays whole when the disk is full', async () => {
    const said = await runLimited({
      kilobytes: 4,
      module: 'lab/files/line-file.ts',
      call: `const file = room.openLineFile(${JSON.stringify(path)}); for (;;) file.append({ n: 1234567890 })`,
    })
    expect(said).toMatch(/^UserError: Cannot write to .*metrics\.jsonl: EFBIG: file too large, write\.$/)
    expect(readFileSync(path, 'utf8').endsWith('}\n')).toBe(true)
    expect(readLines(path).length).toBeGreaterThan(100)
  })
})

describe('readLines', () => {
  test('leaves a torn last line out without touching the file', () => {
    writeFileSync(path, '{"n":1}\n{"n"')
    expect(readLines(path)).toEqual([{ n: 1 }])
    expect(readFileSync(path, 'utf8')).toBe('{"n":1}\n{"n"')
  })

  test('names a damaged line in the middle', () => {
    writeFileSync(path, '{"n":1}\n\u0000\u0000garbage\n{"n":2}\n')
    expect(() => readLines(path)).toThrow(`${path} line 2 is damaged: found "\\u0000\\u0000garbage", expected JSON`)
  })

  test('of a file that is not there says so', () => {
    expect(() => readLines(path)).toThrow(`Cannot read ${path}`)
  })
})
