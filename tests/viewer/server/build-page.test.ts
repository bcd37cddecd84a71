import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPage } from '../../../viewer/server/build-page.ts'

const root = resolve(import.meta.dirname, '../../..')
let base: string
let folder: string

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'rapref-built-'))
  folder = join(base, 'page')
  await buildPage({ root, folder })
})

afterAll(() => rm(base, { recursive: true }))

test('the built page works below any path and runs nothing that its policy forbids', async () => {
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)
  expect(addresses.length).toBeGreaterThanOrEqual(3)
  for (const address of addresses) expect(address).toMatch(/^\.\//)
  expect(html).not.toMatch(/<script(?![^>]*src=)|<style|style=/)
})

test('three, which changes seldom, lies in a file of its own', async () => {
  const names = await readdir(join(folder, 'assets'))
  expect(names.filter((name) => name.startsWith('three'))).toHaveLength(1)
})

test('a build that fails says why in one line', async () => {
  await expect(buildPage({ root: base, folder: join(base, 'other') })).rejects.toThrow(/^[^\n]+$/)
})
