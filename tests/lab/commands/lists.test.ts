import { expect, test } from 'vitest'
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
