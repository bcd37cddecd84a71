import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeAtomic } from '../../../lab/files/write-atomic.ts'
import { runLimited } from '../../support/run-limited.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atomic-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

test('a file is replaced whole, and nothing is left beside it', async () => {
  const path = join(folder, 'policy.onnx')
  await writeAtomic(path, 'first')
  await writeAtomic(path, new Uint8Array([1, 2, 3]))
  expect([...readFileSync(path)]).toEqual([1, 2, 3])
  expect(readdirSync(folder)).toEqual(['policy.onnx'])
})

test('a write that the disk has no room for leaves the former file, and says so in one line', async () => {
  const path = join(folder, 'policy.onnx')
  writeFileSync(path, 'former')
  const said = await runLimited({
    kilobytes: 8,
    module: 'lab/files/write-atomic.ts',
    call: `await room.writeAtomic(${JSON.stringify(path)}, new Uint8Array(100_000))`,
  })
  expect(said).toBe(`UserError: Cannot write ${path}: EFBIG: file too large, write.`)
  expect(readFileSync(path, 'utf8')).toBe('former')
  expect(readdirSync(folder)).toEqual(['policy.onnx'])
})

test('a folder in the way, or no folder, is named', async () => {
  mkdirSync(join(folder, 'taken'))
  writeFileSync(join(folder, 'taken', 'in'), '')
  await expect(writeAtomic(join(folder, 'taken'), '')).rejects.toThrow(`Cannot write ${join(folder, 'taken')}: `)
  await expect(writeAtomic(join(folder, 'none', 'x'), '')).rejects.toThrow('that folder does not exist')
})
