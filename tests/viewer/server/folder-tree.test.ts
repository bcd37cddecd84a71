import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderTree } from '../../../viewer/server/folder-tree.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rapref-tree-'))
})

afterEach(() => rmSync(root, { recursive: true }))

function addRun(name: string): void {
  mkdirSync(join(root, name), { recursive: true })
  writeFileSync(join(root, name, 'meta.json'), '{}')
}

/** As if nothing had happened here for long. */
function settle(...names: readonly string[]): void {
  const before = new Date(Date.now() - 60_000)
  for (const name of ['', ...names]) utimesSync(join(root, name), before, before)
}

test('runs are found at any reasonable depth, and what lies in a run is its own', () => {
  for (const run of ['a', 'sweeps/teachers/b', 'a/copies/c', '.hidden/d', 'sweeps/sweep/e', 'one/two/three/four/f'])
    addRun(run)
  expect([...folderTree(root).look().came].sort()).toEqual(['a', 'sweeps/teachers/b'])
})

test('runs that come and go are told once', () => {
  addRun('a')
  const tree = folderTree(root)
  tree.look()
  addRun('sweep-1/b')
  expect(tree.look()).toEqual({ came: ['sweep-1/b'], went: [] })
  expect(tree.look()).toEqual({ came: [], went: [] })
  rmSync(join(root, 'sweep-1'), { recursive: true })
  rmSync(join(root, 'a'), { recursive: true })
  expect([...tree.look().went].sort()).toEqual(['a', 'sweep-1/b'])
})

test('a folder becomes a run when its mark appears', () => {
  mkdirSync(join(root, 'a'))
  const tree = folderTree(root)
  expect(tree.look().came).toEqual([])
  addRun('a')
  expect(tree.look().came).toEqual(['a'])
  expect([...tree.holders.keys()]).toEqual([''])
})

test('what comes right after a look is found, though the folder bears the same time', () => {
  addRun('old')
  settle()
  const tree = folderTree(root)
  tree.look()
  addRun('b')
  const now = new Date()
  utimesSync(root, now, now)
  expect(tree.look().came).toEqual(['b'])
  addRun('c')
  utimesSync(root, now, now)
  expect(tree.look().came).toEqual(['c'])
})

test('a root that is not there is an error', () => {
  expect(() => folderTree(join(root, 'nothing')).look()).toThrow('ENOENT')
})
