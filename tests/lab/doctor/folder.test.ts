import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examineFolder } from '../../../lab/doctor/folder.ts'

test('a folder that need not exist yet is tried, and nothing is left behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
  const { usable, why } = examineFolder(join(folder, 'deep', 'runs'))
  expect(usable).toBe(true)
  expect(why).toMatch(/deep\/runs, [\d.]+ GiB free$/)
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})

test.runIf(process.platform === 'linux')('a place where nothing can be written is named, with what to type', () => {
  const { usable, why } = examineFolder('/proc/runs')
  expect(usable).toBe(false)
  expect(why).toMatch(/^Cannot write in \/proc: .* Choose another: --runs <folder>$/)
})
