import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { quantile } from '../../lab/statistics/quantile.ts'
import { readSources, type SourceFile, sourcePaths } from '../support/source-graph.ts'

const root = resolve(import.meta.dirname, '../..')
const all = readSources(
  root,
  sourcePaths(root).filter((path) => !path.startsWith('tests/contract/planted/')),
)
const source = all.filter(({ path }) => !path.startsWith('tests/'))
const rooms = ['agents', 'bin', 'envs', 'lab', 'rewards', 'sim', 'tests', 'viewer']
const longest = (files: readonly SourceFile[], over: number) =>
  files.filter(({ lines }) => lines > over).map(({ path, lines }) => `${path} has ${lines} lines`)

describe('source files', () => {
  test('are small: the median under 100 lines, nine in ten under 250, none over 400', () => {
    const lines = source.map((file) => file.lines)
    expect(lines.length).toBeGreaterThan(200)
    expect(quantile(lines, 0.5)).toBeLessThan(100)
    expect(quantile(lines, 0.9)).toBeLessThan(250)
    expect(longest(all, 400)).toEqual([])
  })

  test('lie in the rooms of the architecture and in no others', () => {
    const folders = new Set(all.filter(({ path }) => path.includes('/')).map(({ path }) => path.split('/')[0]))
    expect([...folders].sort()).toEqual(rooms)
  })

  test('are named after what they are: no utils, helpers or index', () => {
    const vague = /(^|\/)(utils?|helpers?|misc|common|index)(\.\w+)?$/
    expect(all.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([])
  })
})
