import { expect, test } from 'vitest'
import { collectMeta, runMetaSchema } from '../../../lab/run/meta.ts'
import packageJson from '../../../package.json' with { type: 'json' }

const origin = {
  task: 'push',
  method: 'pebble',
  seed: 2,
  engine: 'engine 1',
  executors: ['cpu', 'eager'],
  started: '2026-11-23T14:00:00.000Z',
  command: 'rapref train smoke',
  source: 'preset smoke',
}

test('a run records what it was made with', () => {
  const meta = collectMeta(origin)
  expect(runMetaSchema.parse(JSON.parse(JSON.stringify(meta)))).toEqual(meta)
  expect(meta).toMatchObject({ ...origin, node: process.version, version: packageJson.version })
  expect(meta.commit ?? '').toMatch(/^([0-9a-f]{12}\+?)?$/)
  expect(meta.machine.cores).toBeGreaterThan(0)
})
