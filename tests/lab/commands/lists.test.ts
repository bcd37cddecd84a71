import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tasks } from '../../../envs/registry.ts'
import { type } from '../../support/command-line.ts'

test('rapref envs lists every task with its sizes', async () => {
  const { code, stdout } = await type('envs --json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toContainEqual({
    id: 'drawer-open',
    suite: 'metaworld',
    observationSize: 39,
    actionSize: 4,
    horizon: 500,
  })
  expect((await type('envs')).stdout).toMatch(/^id +suite +observation size +action size +horizon\n/)
})

test('rapref envs --sheet draws every task into one file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapref-'))
  const file = join(folder, 'sheet.png')
  try {
    const { code, stdout } = await type(`envs --sheet ${file} --json`)
    expect(code).toBe(0)
    const bytes = await readFile(file)
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    expect(JSON.parse(stdout)).toEqual({ file, bytes: bytes.length, width, height, tasks: tasks.length })
    expect(bytes.length).toBeLessThan(1_000_000)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a sheet that cannot be written says so before it is drawn', async () => {
  const { code, stderr } = await type('envs --sheet nowhere/at/all.png')
  expect(code).toBe(2)
  expect(stderr).toMatch(/nowhere\/at does not exist/)
  expect(stderr).not.toMatch(/drew/)
})

test('rapref methods lists every method with its paper and what it needs', async () => {
  const { stdout } = await type('methods --json')
  const [first] = JSON.parse(stdout) as object[]
  expect(first).toMatchObject({ id: 'pebble', online: true, needs: ['labels'] })
  expect(Object.keys(first!)).toEqual(['id', 'source', 'online', 'needs'])
})

test('rapref doctor tries every executor, the physics and the folder', async () => {
  const { code, stdout } = await type('doctor --json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    node: process.version,
    executors: expect.arrayContaining([expect.objectContaining({ id: 'cpu', usable: true })]),
    physics: { usable: true },
    runs: { usable: true },
    healthy: true,
  })
  expect((await type('doctor')).stdout).toMatch(/\+ executor cpu/)
})
