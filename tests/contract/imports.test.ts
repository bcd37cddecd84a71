import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breaches } from '../support/rooms.ts'
import { circles, readSources, sourcePaths } from '../support/source-graph.ts'

const root = resolve(import.meta.dirname, '../..')
const planted = resolve(import.meta.dirname, 'planted')
const isPlanted = (path: string) => path.startsWith('tests/contract/planted/')
const sources = readSources(
  root,
  sourcePaths(root).filter((path) => !isPlanted(path)),
)

describe('the source files', () => {
  test('are all read: as many as version control has', () => {
    const tracked = execFileSync('git', ['ls-files', '-z', '*.ts', '*.mts', '*.js', '*.mjs', 'bin/rapref'], {
      cwd: root,
    })
    const known = tracked
      .toString()
      .split('\0')
      .filter((path) => path !== '' && !isPlanted(path) && existsSync(join(root, path)))
    expect(sources.map(({ path }) => path)).toEqual(expect.arrayContaining(known))
    expect(sources.length).toBeGreaterThan(250)
    expect(sources.reduce((sum, { imports }) => sum + imports.length, 0)).toBeGreaterThan(sources.length)
  })

  test('import only what the table of rooms allows', () => {
    expect(breaches(sources)).toEqual([])
  })

  test('import one another in no circle', () => {
    expect(circles(sources)).toEqual([])
  })
})

describe('the check itself finds', () => {
  const files = readSources(planted, sourcePaths(planted))

  test.each([
    ['an arrow that points up', 'sim/up.ts imports envs/contract.ts, which sim/ may not'],
    [
      'a value where only types may come from',
      'agents/value.ts imports envs/contract.ts other than its types, which agents/ may not',
    ],
    ['a re-export', 'envs/again.ts imports lab/lab.ts, which envs/ may not'],
    ['a dynamic import', 'rewards/late.ts imports lab/lab.ts, which rewards/ may not'],
    ['an imported type', 'viewer/client/type.ts imports lab/lab.ts, which viewer/client/ may not'],
    ['a worker', 'viewer/client/worker.ts imports lab/lab.ts, which viewer/client/ may not'],
    ['a module of Node', 'sim/files.ts imports node:fs, which sim/ may not'],
    ['a package in the wrong room', 'agents/sac.ts imports the package onnxruntime-node, which agents/ may not'],
    ['a specifier that nobody can check', 'lab/any.ts imports the package computed:, which lab/ may not'],
    ['a file in no room', 'stray.ts lies in no room'],
  ])('%s', (_, breach) => {
    expect(breaches(files)).toContain(breach)
  })

  test('nothing else in the planted faults', () => {
    expect(breaches(files)).toHaveLength(10)
  })

  test('a circle, even of types', () => {
    expect(circles(files)).toEqual([['lab/chicken.ts', 'lab/egg.ts', 'lab/chicken.ts']])
  })
})
