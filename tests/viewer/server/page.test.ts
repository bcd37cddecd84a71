import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensurePage, PageMissingError } from '../../../viewer/server/page.ts'

let base: string
let root: string
let builds: number
let lines: string[]

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'rapref-build-'))
  root = join(base, 'checkout')
  builds = 0
  lines = []
  await addSource(root)
})

afterEach(() => rm(base, { recursive: true }))

async function addSource(to: string): Promise<void> {
  await mkdir(join(to, 'viewer', 'client'), { recursive: true })
  await writeFile(join(to, 'viewer', 'client', 'main.ts'), '')
}

const ensure = (of = root) =>
  ensurePage({
    root: of,
    log: (line) => lines.push(line),
    async build({ folder }) {
      builds++
      await mkdir(folder)
      await writeFile(join(folder, 'index.html'), `build ${builds}`)
    },
  })

const touch = (path: string, secondsFromNow: number) => {
  const time = new Date(Date.now() + secondsFromNow * 1000)
  return utimes(join(root, path), time, time)
}

test('a missing page is built, once, and this is said', async () => {
  const folder = await ensure()
  expect(folder).toBe(join(root, 'viewer', 'client', 'dist'))
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('build 1')
  await touch('viewer/client/dist/index.html', 5)
  await ensure()
  expect(builds).toBe(1)
  expect(lines).toEqual(['building the page (a few seconds)'])
})

test('a page older than what it is made of is built again, and nothing is left beside it', async () => {
  await ensure()
  await touch('viewer/client/dist/index.html', -60)
  const folder = await ensure()
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('build 2')
  expect((await readdir(join(root, 'viewer', 'client'))).sort()).toEqual(['dist', 'main.ts'])
})

test('two builds at once end in one whole page', async () => {
  await Promise.all([ensure(), ensure(), ensure()])
  expect(await readFile(join(root, 'viewer/client/dist/index.html'), 'utf8')).toMatch(/^build \d$/)
  expect((await readdir(join(root, 'viewer', 'client'))).sort()).toEqual(['dist', 'main.ts'])
})

test('an installed package uses the page that it brought, whatever the times say', async () => {
  const installed = join(base, 'node_modules', 'rapref')
  await addSource(installed)
  await mkdir(join(installed, 'viewer', 'client', 'dist'))
  await writeFile(join(installed, 'viewer', 'client', 'dist', 'index.html'), 'brought along')
  await utimes(join(installed, 'viewer', 'client', 'dist', 'index.html'), 1, 1)
  await ensure(installed)
  expect(builds).toBe(0)
})

test('an installed package without a page says what to type', async () => {
  const installed = join(base, 'node_modules', 'rapref')
  await addSource(installed)
  await expect(ensure(installed)).rejects.toThrow(
    /^found no page in .*dist: install the package again, type npm install rapref$/,
  )
})

test('a build that fails says why in one line and leaves the old page', async () => {
  await ensure()
  await touch('viewer/client/dist/index.html', -60)
  const failing = ensurePage({
    root,
    log: () => {},
    build: async () => {
      throw new Error('vite is not installed: type npm ci')
    },
  })
  await expect(failing).rejects.toThrow(
    new PageMissingError('the page could not be built: vite is not installed: type npm ci'),
  )
  expect(await readFile(join(root, 'viewer/client/dist/index.html'), 'utf8')).toBe('build 1')
})
