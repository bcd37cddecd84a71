import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { engineBuild, loadEngine } from '../../sim/engine.ts'
import { createWorld } from '../../sim/world.ts'

test('before the engine is loaded a world and the build are refused by name', () => {
  const empty = { bodies: [], joints: [], markers: [] }
  expect(() => createWorld(empty, { physics: 'fast' })).toThrow('await loadEngine() before creating a world')
  expect(() => engineBuild()).toThrow('the physics engine is not loaded')
})

test('the build names the package and the version that are installed', async () => {
  await Promise.all([loadEngine(), loadEngine()])
  const entry = createRequire(import.meta.url).resolve('@dimforge/rapier3d')
  const installed = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'))
  expect(engineBuild()).toBe(`${installed.name.replace('@dimforge/', '')} ${installed.version}`)
})
